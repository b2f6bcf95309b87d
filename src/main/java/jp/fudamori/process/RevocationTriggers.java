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
    private final OwnBehalf ownBehalf;

    RevocationTriggers(RuntimeService runtime, RevocationLists lists, OwnBehalf ownBehalf) {
        this.runtime = runtime;
        this.lists = lists;
        this.ownBehalf = ownBehalf;
    }

    /**
     * Many revocations, one publication: the process waits a minute for others. At the end of the transaction, when
     * what an earlier one of the same transaction has started can be seen.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CertificateRevoked event) {
        lists.joinGathering();
        ownBehalf.ask(this::gatheringOrStarted);
    }

    private String gatheringOrStarted() {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .activityIdIn(REVOCATIONS_GATHERED)
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElseGet(() -> runtime.startProcessInstanceByMessage(CERTIFICATE_REVOKED))
                .getId();
    }
}
