package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.notice.QualificationMailDesk;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationApplication.Rejected;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendQualificationRejected extends Step {

    private final QualificationDesk desk;
    private final QualificationMailDesk mails;

    SendQualificationRejected(QualificationDesk desk, QualificationMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var application = (Rejected) desk.application(qualificationId(execution));
        var opening = application.opening();
        var submission = application.submission();
        mails.rejected(
                opening.institution(), opening.applicant(), submission.number().value(), application.reason());
    }
}
