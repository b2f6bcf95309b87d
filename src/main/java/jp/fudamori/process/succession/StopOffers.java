package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import jp.fudamori.process.Step;
import jp.fudamori.renewal.EndedOffers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class StopOffers extends Step {

    private final EndedOffers offers;

    StopOffers(EndedOffers offers) {
        this.offers = offers;
    }

    @Override
    protected void run(DelegateExecution execution) {
        offers.stop(code(execution));
    }
}
