package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.WAIT_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.WAIT_UNTIL;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;
import static jp.fudamori.process.application.CertificateApplicationModel.period;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** From here on the application waits, and goes on by itself once the 利用申請 is accepted. */
@Component
class SendQualificationGuide extends Step {

    private final DraftDesk desk;
    private final MailDesk mails;

    SendQualificationGuide(DraftDesk desk, MailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var draft = desk.renew(draftId(execution), period(WAIT_PERIOD, execution));
        mails.qualificationMissing(
                draft.institution(), draft.applicant(), draft.id().toString(), draft.until());
        WAIT_UNTIL.set(execution, Deadlines.endOf(draft.until()));
    }
}
