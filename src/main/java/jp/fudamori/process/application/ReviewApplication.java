package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.CHECK_DIGIT;
import static jp.fudamori.process.application.CertificateApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.DECISION;
import static jp.fudamori.process.application.CertificateApplicationModel.DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.QUALIFICATION;
import static jp.fudamori.process.application.CertificateApplicationModel.REASON;
import static jp.fudamori.process.application.CertificateApplicationModel.SUBMITTED;
import static jp.fudamori.process.application.CertificateApplicationModel.TERMINAL_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class ReviewApplication extends UserStep {

    private final ApplicationDesk desk;
    private final InstitutionFields fields;
    private final InstitutionRegistry registry;
    private final CheckDigitRules checkDigits;
    private final CurrentUser user;

    ReviewApplication(
            ApplicationDesk desk,
            InstitutionFields fields,
            InstitutionRegistry registry,
            CheckDigitRules checkDigits,
            CurrentUser user) {
        this.desk = desk;
        this.fields = fields;
        this.registry = registry;
        this.checkDigits = checkDigits;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        var submission = desk.find(applicationNumber(task)).orElseThrow().submission();
        var particulars = submission.particulars();
        fields.show(task, particulars.institution(), particulars.applicant());
        CONTACT_NAME.show(task, particulars.contactName());
        TERMINAL_NAME.show(task, String.join("\n", particulars.terminalNames()));
        showFindings(task, particulars.institution());
        showDates(task, submission);
    }

    @Override
    protected void complete(DelegateTask task) {
        var reason = REASON.take(task).orElse("");
        if (DECISION.in(task).equals("approve")) {
            desk.approve(applicationNumber(task), user.id());
        } else {
            desk.reject(applicationNumber(task), user.id(), reason);
        }
    }

    private void showFindings(DelegateTask task, InstitutionCode code) {
        CHECK_DIGIT.show(task, checkDigits.agree(code) ? "一致" : "不一致（登録内容を確認してください）");
        QUALIFICATION.show(
                task,
                registry.qualification(code).map(ConfirmQualification::describe).orElse("記録なし"));
    }

    private static void showDates(DelegateTask task, Submission submission) {
        SUBMITTED.show(task, JapaneseDates.moment(submission.submittedAt()));
        DUE.show(task, JapaneseDates.day(submission.reviewDue()));
    }
}
