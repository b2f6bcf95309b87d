package jp.fudamori.process;

import jp.fudamori.ca.CertificateRevoked;
import jp.fudamori.process.revocationlist.Publications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The part of {@link ProcessTriggers} that is about revoked certificates: lists of them are published soon. */
@Component
class RevocationTriggers {

    private final Publications publications;

    RevocationTriggers(Publications publications) {
        this.publications = publications;
    }

    /**
     * Many revocations, one publication: the process waits a minute for others. At the end of the transaction, when
     * what an earlier one of the same transaction has started can be seen.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CertificateRevoked event) {
        publications.join(event.generation());
    }
}
