package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.ACTOR;
import static jp.fudamori.process.application.CertificateApplicationModel.APPLICANT;
import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_ID;
import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_UNTIL;
import static jp.fudamori.process.application.CertificateApplicationModel.INSTITUTION_CODE;
import static jp.fudamori.process.application.CertificateApplicationModel.period;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Begins with what we know ourselves: whatever the request brought along is forgotten. */
@Component
class OpenApplication extends Step {

    private final DraftDesk desk;
    private final CurrentUser user;

    OpenApplication(DraftDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var time = period(DRAFT_PERIOD, execution);
        execution.removeVariables();
        var draft = desk.open(user.id(), time);
        execution.setProcessBusinessKey(draft.id().toString());
        APPLICANT.set(execution, draft.applicant().value());
        ACTOR.set(execution, user.id().value());
        INSTITUTION_CODE.set(execution, draft.institution().value());
        DRAFT_ID.set(execution, draft.id().toString());
        DRAFT_UNTIL.set(execution, Deadlines.endOf(draft.until()));
    }
}
