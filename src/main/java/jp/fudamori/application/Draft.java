package jp.fudamori.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.fee.Consent;
import jp.fudamori.institution.InstitutionCode;

/**
 * An application while the clinic still writes it.
 *
 * @param contactName as entered, or that of the clinic's last application until then
 * @param terminalNames empty until they are entered
 * @param replaces one for each terminal, in the same order; empty for a new issue
 * @param until last day on which it may be submitted, inclusive, Asia/Tokyo
 */
public record Draft(
        DraftId id,
        ApplicationKind kind,
        InstitutionCode institution,
        AccountId applicant,
        Optional<Consent> consent,
        Optional<String> contactName,
        List<String> terminalNames,
        List<LineNumber> replaces,
        LocalDate until) {

    public Draft {
        terminalNames = List.copyOf(terminalNames);
        replaces = List.copyOf(replaces);
    }

    boolean isEntered() {
        return !terminalNames.isEmpty();
    }
}
