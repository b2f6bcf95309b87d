package jp.fudamori.process.revocationlist;

import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATION;

import jp.fudamori.ca.RevocationLists;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Which generation a branch works on; it stays in the branch, so that Cockpit shows whose job has failed. */
@Component
class TakeGeneration extends Step {

    /** The engine's own name for the number of a branch, from 0. */
    private static final String BRANCH = "loopCounter";

    private final RevocationLists lists;

    TakeGeneration(RevocationLists lists) {
        this.lists = lists;
    }

    @Override
    protected void run(DelegateExecution execution) {
        GENERATION.setLocal(execution, lists.generations().get((Integer) execution.getVariable(BRANCH)));
    }
}
