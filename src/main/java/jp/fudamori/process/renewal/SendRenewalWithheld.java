package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.notice.CertificateMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendRenewalWithheld extends Step {

    private final CertificateMailDesk mails;

    SendRenewalWithheld(CertificateMailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.withheld(replacement(execution));
    }
}
