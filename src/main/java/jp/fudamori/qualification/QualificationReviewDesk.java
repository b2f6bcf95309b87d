package jp.fudamori.qualification;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.qualification.QualificationApplication.Late;
import jp.fudamori.qualification.QualificationApplication.Submitted;

/** Decides on 利用申請 that are under review. */
@DomainService
public class QualificationReviewDesk {

    private final QualificationApplications applications;
    private final InstitutionRegistry registry;
    private final AuditTrail audit;
    private final QualificationDates dates;

    QualificationReviewDesk(
            QualificationApplications applications,
            InstitutionRegistry registry,
            AuditTrail audit,
            QualificationDates dates) {
        this.applications = applications;
        this.registry = registry;
        this.audit = audit;
        this.dates = dates;
    }

    /**
     * Puts it on file in the registry, in place of an earlier one. Fees that were posted before stay as they are.
     *
     * @throws Refusal {@code not-under-review}
     */
    public void accept(QualificationId id, AccountId officer) {
        var submitted = underReview(id);
        var submission = submitted.submission();
        registry.accept(new Qualification(
                submitted.opening().institution(),
                dates.today(),
                submission.entry().paymentMethod()));
        applications.save(submitted.accept(officer, dates.now()));
        record(officer, "qualification-application-accepted", submission.number());
    }

    /**
     * @param reason for the clinic, which reads it in a mail
     * @throws Refusal {@code not-under-review}, {@code reason-missing}
     */
    public void reject(QualificationId id, AccountId officer, String reason) {
        var given = given(reason, "却下するときは、理由を入力してください。");
        var submitted = underReview(id);
        applications.save(submitted.reject(given, officer, dates.now()));
        record(officer, "qualification-rejected", submitted.submission().number());
    }

    /**
     * Asks the clinic to correct something.
     *
     * @param reason what to correct; the clinic reads it in a mail and in its form
     * @param answer how long the clinic may take, in calendar days
     * @return last day for the clinic to answer, inclusive
     * @throws Refusal {@code not-under-review}, {@code reason-missing}
     */
    public LocalDate sendBack(QualificationId id, AccountId officer, String reason, Period answer) {
        var given = given(reason, "差し戻すときは、直してほしいところを入力してください。");
        var submitted = underReview(id);
        var returned = submitted.sendBack(given, officer, dates.answerUntil(answer));
        applications.save(returned);
        record(officer, "qualification-returned", submitted.submission().number());
        return returned.answerUntil();
    }

    /**
     * Notes, once, that the office did not decide in the time it promised, and gives it a new last day.
     *
     * @param extension how long the supervisors may take, from now or from the missed day, whichever is later
     * @return the new last day, inclusive; told a second time, the day that was fixed the first time; empty where it is
     *     no longer under review, which changes nothing
     */
    public Optional<LocalDate> extend(QualificationId id, BusinessPeriod extension) {
        return applications
                .lock(id)
                .filter(Submitted.class::isInstance)
                .map(Submitted.class::cast)
                .map(submitted -> submitted.late().map(Late::newDue).orElseGet(() -> extend(submitted, extension)));
    }

    private LocalDate extend(Submitted submitted, BusinessPeriod extension) {
        var extended = dates.extended(submitted.submission().reviewDue(), extension);
        applications.extend(submitted.id(), extended, dates.now());
        audit.record(
                "process",
                "qualification-overdue",
                submitted.submission().number().value(),
                "");
        return extended.due();
    }

    private Submitted underReview(QualificationId id) {
        return applications
                .lock(id)
                .filter(Submitted.class::isInstance)
                .map(Submitted.class::cast)
                .orElseThrow(() -> new Refusal(QualificationReason.NOT_UNDER_REVIEW, "この利用申請の審査はすでに終わっています。"));
    }

    private static String given(String reason, String otherwise) {
        if (reason.isBlank()) {
            throw new Refusal(QualificationReason.REASON_MISSING, otherwise);
        }
        return reason.strip();
    }

    private void record(AccountId actor, String action, QualificationNumber number) {
        audit.record(actor.value(), action, number.value(), "");
    }
}
