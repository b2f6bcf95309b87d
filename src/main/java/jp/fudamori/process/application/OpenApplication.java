package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.APPLICANT;
import static jp.fudamori.process.application.CertificateApplicationModel.DRAFT_ID;

import jp.fudamori.application.DraftDesk;
import jp.fudamori.process.CurrentUser;
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
        execution.removeVariables();
        var draft = desk.open(user.id());
        execution.setProcessBusinessKey(draft.toString());
        APPLICANT.set(execution, user.id().value());
        DRAFT_ID.set(execution, draft.toString());
    }
}
