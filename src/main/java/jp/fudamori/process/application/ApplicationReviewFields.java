package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.APPLICATION_NUMBER;
import static jp.fudamori.process.application.CertificateApplicationModel.ARRIVAL;
import static jp.fudamori.process.application.CertificateApplicationModel.CONTACT_NAME;
import static jp.fudamori.process.application.CertificateApplicationModel.DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.FINDINGS;
import static jp.fudamori.process.application.CertificateApplicationModel.QUALIFICATION;
import static jp.fudamori.process.application.CertificateApplicationModel.REPETITION;
import static jp.fudamori.process.application.CertificateApplicationModel.SUBMITTED;
import static jp.fudamori.process.application.CertificateApplicationModel.TERMINALS;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import java.util.List;
import java.util.stream.Collectors;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.Findings;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.application.Triage;
import jp.fudamori.certificate.OwnKey;
import jp.fudamori.certificate.OwnKeyDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionRegistry;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The fields of a form that show staff an application and what the server found about it. */
@Component
class ApplicationReviewFields {

    private final ApplicationDesk desk;
    private final ReviewDesk reviews;
    private final InstitutionFields institution;
    private final InstitutionRegistry registry;
    private final OwnKeyDesk ownKeys;

    ApplicationReviewFields(
            ApplicationDesk desk,
            ReviewDesk reviews,
            InstitutionFields institution,
            InstitutionRegistry registry,
            OwnKeyDesk ownKeys) {
        this.desk = desk;
        this.reviews = reviews;
        this.institution = institution;
        this.registry = registry;
        this.ownKeys = ownKeys;
    }

    CertificateApplication show(DelegateTask task) {
        var application = desk.find(applicationNumber(task)).orElseThrow();
        var submission = application.submission();
        var particulars = submission.particulars();
        institution.show(task, particulars.institution(), particulars.applicant());
        APPLICATION_NUMBER.show(task, submission.number().value());
        CONTACT_NAME.show(task, particulars.contactName());
        TERMINALS.show(task, Terminals.numbered(particulars.terminalNames()));
        REPETITION.show(task, Terminals.describe(desk.repetitions(submission.number())));
        QUALIFICATION.show(
                task,
                registry.qualification(particulars.institution())
                        .map(ConfirmQualification::describe)
                        .orElse("記録なし"));
        FINDINGS.show(
                task, describe(reviews.findings(submission.number())) + describe(ownKeys.of(submission.number())));
        showDates(task, submission);
        return application;
    }

    static String describe(Triage triage) {
        return triage.route().japanese() + "（" + triage.reason() + "）";
    }

    private static void showDates(DelegateTask task, Submission submission) {
        SUBMITTED.show(task, JapaneseDates.moment(submission.submittedAt()));
        DUE.show(task, JapaneseDates.day(submission.reviewDue()));
        ARRIVAL.show(task, JapaneseDates.day(submission.expectedArrival()));
    }

    /** Empty where the office makes all keys, as it does for nearly all. */
    private static String describe(List<OwnKey> keys) {
        return keys.stream()
                .map(key -> "\n持込鍵: %s（%s、要求の主体者名 %s）".formatted(key.terminalName(), key.algorithm(), key.subject()))
                .collect(Collectors.joining());
    }

    private static String describe(Findings findings) {
        var ending = findings.lastDay().map(day -> "廃止: " + JapaneseDates.day(day) + "\n");
        return ending.orElse("")
                + String.join(
                        "\n",
                        "検証番号: " + (findings.checkDigitAgrees() ? "一致" : "不一致（登録内容を確認してください）"),
                        "医療機関の登録: " + (findings.registered() ? "登録から" + findings.registeredDays() + "日" : "なし"),
                        "過去1年の却下: " + findings.refusals() + "件",
                        "担当者名: " + (findings.contactChanged() ? "前回の申請から変更あり" : "前回の申請と同じ、または初回"),
                        "差戻し: " + findings.corrections() + "回");
    }
}
