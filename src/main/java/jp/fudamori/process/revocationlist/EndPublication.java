package jp.fudamori.process.revocationlist;

import static jp.fudamori.process.revocationlist.RevocationListModel.GENERATION;
import static jp.fudamori.process.revocationlist.RevocationListModel.PUBLISHED;

import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The branch ends in the transaction that finds nothing left; what is revoked later begins another publication. */
@Component
class EndPublication extends Step {

    private final Publications publications;

    EndPublication(Publications publications) {
        this.publications = publications;
    }

    @Override
    protected void run(DelegateExecution execution) {
        PUBLISHED.setLocal(execution, publications.mayEnd(GENERATION.in(execution)));
    }
}
