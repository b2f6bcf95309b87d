package jp.fudamori.application;

import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.fee.Consent;
import jp.fudamori.institution.InstitutionCode;

/** An application while the clinic still writes it. */
public record Draft(
        DraftId id,
        InstitutionCode institution,
        AccountId applicant,
        Optional<Consent> consent,
        Optional<Entry> entry) {

    /** What the applicant types. */
    public record Entry(String contactName, List<String> terminalNames) {

        public Entry {
            terminalNames = List.copyOf(terminalNames);
        }
    }
}
