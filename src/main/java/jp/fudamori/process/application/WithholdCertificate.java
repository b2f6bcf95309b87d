package jp.fudamori.process.application;

import jp.fudamori.certificate.WithholdingDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The code of the clinic ended after the approval: what is not signed by now never will be. */
@Component
class WithholdCertificate extends Step {

    private final WithholdingDesk desk;
    private final ApprovedLine line;

    WithholdCertificate(WithholdingDesk desk, ApprovedLine line) {
        this.desk = desk;
        this.line = line;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.withhold(line.of(execution));
    }
}
