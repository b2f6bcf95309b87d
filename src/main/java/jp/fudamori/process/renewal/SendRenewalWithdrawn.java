package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.notice.RenewalMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendRenewalWithdrawn extends Step {

    private final RenewalMailDesk mails;

    SendRenewalWithdrawn(RenewalMailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.withdrawn(replacement(execution));
    }
}
