package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.notice.QualificationMailDesk;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationApplication.Submission;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendQualificationAbandoned extends Step {

    private final QualificationDesk desk;
    private final QualificationMailDesk mails;

    SendQualificationAbandoned(QualificationDesk desk, QualificationMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var application = desk.application(qualificationId(execution));
        var opening = application.opening();
        mails.abandoned(
                opening.institution(),
                opening.applicant(),
                opening.id().toString(),
                application.lastSubmission().map(Submission::number).map(QualificationNumber::value));
    }
}
