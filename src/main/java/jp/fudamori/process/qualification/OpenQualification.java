package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.ACTOR;
import static jp.fudamori.process.qualification.QualificationApplicationModel.APPLICANT;
import static jp.fudamori.process.qualification.QualificationApplicationModel.DRAFT_UNTIL;
import static jp.fudamori.process.qualification.QualificationApplicationModel.INSTITUTION_CODE;
import static jp.fudamori.process.qualification.QualificationApplicationModel.QUALIFICATION_ID;
import static jp.fudamori.process.qualification.QualificationApplicationModel.answerPeriod;

import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Begins with what we know ourselves: whatever the request brought along is forgotten. */
@Component
class OpenQualification extends Step {

    private final QualificationDesk desk;
    private final CurrentUser user;

    OpenQualification(QualificationDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var process = execution.getProcessInstance(); // the step itself holds the period that the model gives
        process.removeVariables();
        var draft = desk.open(user.id(), answerPeriod(execution));
        execution.setProcessBusinessKey(draft.id().toString());
        APPLICANT.set(process, draft.opening().applicant().value());
        ACTOR.set(process, user.id().value());
        INSTITUTION_CODE.set(process, draft.opening().institution().value());
        QUALIFICATION_ID.set(process, draft.id().toString());
        DRAFT_UNTIL.set(process, Deadlines.endOf(draft.answerUntil()));
    }
}
