package jp.fudamori.process.revocationlist;

import static jp.fudamori.process.revocationlist.RevocationListModel.CERTIFICATE_REVOKED;
import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATION;
import static jp.fudamori.process.revocationlist.RevocationListModel.KEY;
import static jp.fudamori.process.revocationlist.RevocationListModel.REVOCATIONS_GATHERED;

import java.util.List;
import jp.fudamori.ca.OcspSigners;
import jp.fudamori.ca.RevocationLists;
import jp.fudamori.process.OwnBehalf;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Publications that are under way: of each generation one at most, however long it waits or fails, and one that
 * gathers. Whoever revokes shares a lock that a publication holds alone when it begins and when it ends, so it either
 * finds one that will tell the revocation, or begins one.
 */
@Component
public class Publications {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RevocationLists lists;
    private final OcspSigners signers;
    private final OwnBehalf ownBehalf;

    Publications(
            RuntimeService runtime,
            ManagementService management,
            RevocationLists lists,
            OcspSigners signers,
            OwnBehalf ownBehalf) {
        this.runtime = runtime;
        this.management = management;
        this.lists = lists;
        this.signers = signers;
        this.ownBehalf = ownBehalf;
    }

    /** Sees to it that what this transaction revoked is published; at its end, when it can see its own process. */
    public void join(String generation) {
        lists.joinGathering();
        ownBehalf.ask(() -> isGathering()
                || isUnderWay(generation)
                || runtime.startProcessInstanceByMessage(CERTIFICATE_REVOKED) != null);
    }

    /** Returns the generations that nobody publishes; nobody else begins or ends until the transaction does. */
    List<String> begin() {
        lists.closeGathering();
        return ownBehalf.ask(() -> lists.generations().stream()
                .filter(generation -> !isUnderWay(generation))
                .toList());
    }

    /**
     * Returns whether everything about a generation is published, so that its publication may end with the transaction.
     */
    boolean mayEnd(String generation) {
        lists.closeGathering();
        return lists.isPublished(generation) && signers.isRenewed(generation);
    }

    /** Returns whether to wait for the generations, because none is known and nobody else waits for them. */
    boolean mustWaitForVault() {
        return lists.generations().isEmpty() && !ownBehalf.ask(this::isGathering);
    }

    /** Lets those that have given up try once more: what was wrong may have been put right. */
    void reviveFailed() {
        ownBehalf.ask(() -> {
            var failed = management
                    .createJobQuery()
                    .processDefinitionKey(KEY)
                    .noRetriesLeft()
                    .list();
            failed.forEach(job -> management.setJobRetries(job.getId(), 1));
            return failed.size();
        });
    }

    private boolean isGathering() {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .activityIdIn(REVOCATIONS_GATHERED)
                        .count()
                > 0;
    }

    private boolean isUnderWay(String generation) {
        return runtime.createExecutionQuery()
                        .processDefinitionKey(KEY)
                        .variableValueEquals(GENERATION.name(), generation)
                        .count()
                > 0;
    }
}
