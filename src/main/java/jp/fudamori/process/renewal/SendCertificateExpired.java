package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;

import jp.fudamori.notice.RenewalMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendCertificateExpired extends Step {

    private final RenewalMailDesk mails;

    SendCertificateExpired(RenewalMailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.expired(renewed(execution));
    }
}
