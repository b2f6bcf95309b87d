package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_UNTIL;
import static jp.fudamori.process.application.CertificateApplicationModel.draftId;
import static jp.fudamori.process.application.CertificateApplicationModel.period;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The wait is over: the clinic has its full time for the application again. */
@Component
class ResumeApplication extends Step {

    private final DraftDesk desk;

    ResumeApplication(DraftDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var draft = desk.renew(draftId(execution), period(DRAFT_PERIOD, execution));
        DRAFT_UNTIL.set(execution, Deadlines.endOf(draft.until()));
    }
}
