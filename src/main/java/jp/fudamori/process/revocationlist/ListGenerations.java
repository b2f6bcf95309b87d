package jp.fudamori.process.revocationlist;

import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATIONS;

import jp.fudamori.ca.RevocationLists;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class ListGenerations extends Step {

    private final RevocationLists lists;

    ListGenerations(RevocationLists lists) {
        this.lists = lists;
    }

    @Override
    protected void run(DelegateExecution execution) {
        lists.closeGathering();
        GENERATIONS.set(execution, (long) lists.generations().size());
    }
}
