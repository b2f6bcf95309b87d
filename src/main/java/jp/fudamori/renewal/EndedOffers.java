package jp.fudamori.renewal;

import java.util.Optional;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionCode;

/** Ends the offers of renewals to a code that has ended: what its institution has lives out its time. */
@DomainService
public class EndedOffers {

    private final Renewals renewals;
    private final EndingDesk endings;
    private final RenewalRecords records;

    EndedOffers(Renewals renewals, EndingDesk endings, RenewalRecords records) {
        this.renewals = renewals;
        this.endings = endings;
        this.records = records;
    }

    /**
     * Ends what is offered to a code whose last day is over, as somebody decided or nobody doubted. Whoever opens an
     * offer just now is waited for. Told a second time, or too early, it does nothing.
     */
    public void stop(InstitutionCode code) {
        endings.carryOut();
        renewals.stopEnded(Optional.of(code), records.today(), records.now(), Integer.MAX_VALUE)
                .forEach(records::stopped);
    }
}
