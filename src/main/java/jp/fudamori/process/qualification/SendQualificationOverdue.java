package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.EXTENDED_DUE;
import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import java.time.LocalDate;
import jp.fudamori.notice.QualificationMailDesk;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells nothing where the decision came before the new last day was fixed. */
@Component
class SendQualificationOverdue extends Step {

    private final QualificationDesk desk;
    private final QualificationMailDesk mails;

    SendQualificationOverdue(QualificationDesk desk, QualificationMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        EXTENDED_DUE.find(execution).map(LocalDate::parse).ifPresent(due -> tell(due, execution));
    }

    private void tell(LocalDate due, DelegateExecution execution) {
        var application = desk.application(qualificationId(execution));
        var opening = application.opening();
        var submission = application.lastSubmission().orElseThrow();
        mails.overdue(
                opening.institution(), opening.applicant(), submission.number().value(), submission.reviewDue(), due);
    }
}
