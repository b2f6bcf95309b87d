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
 * @param until last day on which it may be submitted, inclusive, Asia/Tokyo
 */
public record Draft(
        DraftId id,
        InstitutionCode institution,
        AccountId applicant,
        Optional<Consent> consent,
        Optional<String> contactName,
        List<String> terminalNames,
        LocalDate until) {

    public Draft {
        terminalNames = List.copyOf(terminalNames);
    }

    boolean isEntered() {
        return !terminalNames.isEmpty();
    }
}
