package jp.fudamori.institution;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 廃止: the code of an institution ends, and another one may take its place (承継).
 *
 * @param closedOn last day on which the institution has the code, inclusive, Asia/Tokyo; may lie ahead
 * @param successor 承継先, another institution of the registry; empty where the institution closes for good
 */
public record Ending(InstitutionCode code, LocalDate closedOn, Optional<InstitutionCode> successor) {

    public Ending {
        if (successor.filter(code::equals).isPresent()) {
            throw new IllegalArgumentException("succeeds itself: " + code);
        }
    }
}
