package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.SUPERSEDE_AT;
import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;

import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import jp.fudamori.renewal.RenewalHandover;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class PlanSupersession extends Step {

    private final RenewalHandover handover;

    PlanSupersession(RenewalHandover handover) {
        this.handover = handover;
    }

    @Override
    protected void run(DelegateExecution execution) {
        SUPERSEDE_AT.set(execution, Deadlines.endOf(handover.supersededOn(renewed(execution))));
    }
}
