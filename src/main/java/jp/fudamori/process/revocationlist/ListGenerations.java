package jp.fudamori.process.revocationlist;

import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATIONS;
import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATION_NAMES;
import static jp.fudamori.process.revocationlist.RevocationListModel.KNOWN;

import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class ListGenerations extends Step {

    private final Publications publications;

    ListGenerations(Publications publications) {
        this.publications = publications;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var generations = publications.begin();
        GENERATIONS.set(execution, (long) generations.size());
        GENERATION_NAMES.set(execution, String.join(" ", generations));
        KNOWN.set(execution, !publications.mustWaitForVault());
        publications.reviveFailed();
    }
}
