package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.application.CorrectionDesk;
import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class AbandonApplication extends Step {

    private final CorrectionDesk corrections;
    private final MailDesk mails;

    AbandonApplication(CorrectionDesk corrections, MailDesk mails) {
        this.corrections = corrections;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        corrections.abandon(applicationNumber(execution));
        mails.correctionAbandoned(applicationNumber(execution));
    }
}
