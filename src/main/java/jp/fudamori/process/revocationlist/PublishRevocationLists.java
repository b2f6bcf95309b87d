package jp.fudamori.process.revocationlist;

import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATION;

import jp.fudamori.ca.RevocationLists;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class PublishRevocationLists extends Step {

    private final RevocationLists lists;

    PublishRevocationLists(RevocationLists lists) {
        this.lists = lists;
    }

    @Override
    protected void run(DelegateExecution execution) {
        lists.publish(GENERATION.in(execution));
    }
}
