package jp.fudamori.institution;

import java.time.LocalDate;
import java.util.Optional;

/** A row as it stands in the file; nobody has looked yet whether it succeeds itself. */
record RowOfEnding(InstitutionCode code, LocalDate closedOn, Optional<InstitutionCode> successor) {

    /** Empty where it succeeds itself. */
    Optional<Ending> ending() {
        return successor.filter(code::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Ending(code, closedOn, successor));
    }
}
