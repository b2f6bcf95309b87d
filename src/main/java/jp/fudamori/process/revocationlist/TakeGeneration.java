package jp.fudamori.process.revocationlist;

import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATION;
import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATION_NAMES;

import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Which generation a branch works on; it stays in the branch, so that Cockpit shows whose job has failed. */
@Component
class TakeGeneration extends Step {

    /** The engine's own name for the number of a branch, from 0. */
    private static final String BRANCH = "loopCounter";

    @Override
    protected void run(DelegateExecution execution) {
        var names = GENERATION_NAMES.in(execution).split(" ", -1);
        GENERATION.setLocal(execution, names[(Integer) execution.getVariable(BRANCH)]);
    }
}
