package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.notice.RenewalMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendRenewed extends Step {

    private final RenewalMailDesk mails;

    SendRenewed(RenewalMailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.renewed(replacement(execution));
    }
}
