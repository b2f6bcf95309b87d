package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.APPLICATION_NUMBER;
import static jp.fudamori.process.qualification.QualificationApplicationModel.REVIEW_DUE;
import static jp.fudamori.process.qualification.QualificationApplicationModel.REVIEW_PERIOD;
import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Takes it in within the request of the clinic: it has its number when the task is done, or nothing has. */
@Component
class SubmitQualification extends Step {

    private final QualificationDesk desk;
    private final CurrentUser user;

    SubmitQualification(QualificationDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var review = BusinessPeriod.parse(REVIEW_PERIOD.in(execution)).orElseThrow();
        var submission = desk.submit(qualificationId(execution), user.id(), review);
        execution.setProcessBusinessKey(submission.number().value());
        APPLICATION_NUMBER.set(execution, submission.number().value());
        REVIEW_DUE.set(execution, Deadlines.endOf(submission.reviewDue()));
    }
}
