package jp.fudamori.process.application;

import jp.fudamori.notice.CertificateMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendWithheld extends Step {

    private final CertificateMailDesk mails;
    private final ApprovedLine line;

    SendWithheld(CertificateMailDesk mails, ApprovedLine line) {
        this.mails = mails;
        this.line = line;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.withheld(line.of(execution));
    }
}
