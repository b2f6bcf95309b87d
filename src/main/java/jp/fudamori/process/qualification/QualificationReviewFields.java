package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.APPLICATION_NUMBER;
import static jp.fudamori.process.qualification.QualificationApplicationModel.CHECK_DIGIT;
import static jp.fudamori.process.qualification.QualificationApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.qualification.QualificationApplicationModel.DUE;
import static jp.fudamori.process.qualification.QualificationApplicationModel.PAYMENT;
import static jp.fudamori.process.qualification.QualificationApplicationModel.QUALIFICATION;
import static jp.fudamori.process.qualification.QualificationApplicationModel.SUBMITTED;

import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What a reviewer sees of a 利用申請 and of what the registry knows. */
@Component
class QualificationReviewFields {

    private final ClinicFields clinic;
    private final CheckDigitRules checkDigits;

    QualificationReviewFields(ClinicFields clinic, CheckDigitRules checkDigits) {
        this.clinic = clinic;
        this.checkDigits = checkDigits;
    }

    void show(DelegateTask task, Submitted submitted) {
        var submission = submitted.submission();
        var code = submitted.opening().institution();
        clinic.show(task, submitted.opening());
        APPLICATION_NUMBER.show(task, submission.number().value());
        PAYMENT.show(task, submission.entry().paymentMethod().japanese());
        CONTACT_NAME.show(task, submission.entry().contact().value());
        SUBMITTED.show(task, JapaneseDates.moment(submission.submittedAt()));
        DUE.show(task, JapaneseDates.day(submitted.due()));
        CHECK_DIGIT.show(task, checkDigits.agree(code) ? "一致" : "不一致（登録内容を確認してください）");
        QUALIFICATION.show(task, clinic.onFile(code));
    }
}
