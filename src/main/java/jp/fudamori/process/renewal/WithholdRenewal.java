package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.certificate.WithholdingDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class WithholdRenewal extends Step {

    private final WithholdingDesk desk;

    WithholdRenewal(WithholdingDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.withhold(replacement(execution));
    }
}
