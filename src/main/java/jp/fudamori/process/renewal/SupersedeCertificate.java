package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;

import jp.fudamori.process.Step;
import jp.fudamori.renewal.RenewalHandover;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SupersedeCertificate extends Step {

    private final RenewalHandover handover;

    SupersedeCertificate(RenewalHandover handover) {
        this.handover = handover;
    }

    @Override
    protected void run(DelegateExecution execution) {
        handover.supersede(renewed(execution));
    }
}
