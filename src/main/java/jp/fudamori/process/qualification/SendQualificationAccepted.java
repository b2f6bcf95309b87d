package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.notice.QualificationMailDesk;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationApplication.Accepted;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendQualificationAccepted extends Step {

    private final QualificationDesk desk;
    private final QualificationMailDesk mails;

    SendQualificationAccepted(QualificationDesk desk, QualificationMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var application = (Accepted) desk.application(qualificationId(execution));
        var opening = application.opening();
        var submission = application.submission();
        mails.accepted(
                opening.institution(), opening.applicant(), submission.number().value());
    }
}
