package jp.fudamori.process;

import static jp.fudamori.process.revocationlist.RevocationListModel.CERTIFICATE_REVOKED;
import static jp.fudamori.process.revocationlist.RevocationListModel.KEY;
import static jp.fudamori.process.revocationlist.RevocationListModel.REVOCATIONS_GATHERED;

import jp.fudamori.ca.CertificateRevoked;
import jp.fudamori.ca.RevocationLists;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The part of {@link ProcessTriggers} that is about revoked certificates: lists of them are published soon. */
@Component
class RevocationTriggers {

    private final RuntimeService runtime;
    private final RevocationLists lists;

    RevocationTriggers(RuntimeService runtime, RevocationLists lists) {
        this.runtime = runtime;
        this.lists = lists;
    }

    /**
     * Many revocations, one publication: the process waits a minute for others. At the end of the transaction, when
     * what an earlier one of the same transaction has started can be seen.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CertificateRevoked event) {
        lists.joinGathering();
        var gathering = runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .activityIdIn(REVOCATIONS_GATHERED)
                .count();
        if (gathering == 0) {
            runtime.startProcessInstanceByMessage(CERTIFICATE_REVOKED);
        }
    }
}
