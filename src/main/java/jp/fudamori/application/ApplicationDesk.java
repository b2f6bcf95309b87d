package jp.fudamori.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.InstitutionCode;

/** Takes applications in and decides on them. */
@DomainService
public class ApplicationDesk {

    private static final int MOST_LISTED = 100;

    private final Applications applications;
    private final Drafts drafts;
    private final FeeDesk fees;
    private final AuditTrail audit;
    private final ApplicationDates dates;

    ApplicationDesk(Applications applications, Drafts drafts, FeeDesk fees, AuditTrail audit, ApplicationDates dates) {
        this.applications = applications;
        this.drafts = drafts;
        this.fees = fees;
        this.audit = audit;
        this.dates = dates;
    }

    /**
     * Takes a complete draft in: from now on it has a number, a proof of consent and dates that were promised.
     *
     * @param review how long the office may take to decide
     * @param arrival when the letter is expected to arrive
     * @throws Refusal {@code consent-missing}, {@code entry-missing}
     */
    public Submission submit(DraftId id, BusinessPeriod review, BusinessPeriod arrival) {
        var draft = drafts.find(id).orElseThrow();
        var consent =
                draft.consent().orElseThrow(() -> new Refusal(ApplicationReason.CONSENT_MISSING, "発行料への同意がまだです。"));
        var entry = draft.entry().orElseThrow(() -> new Refusal(ApplicationReason.ENTRY_MISSING, "申請情報の入力がまだです。"));
        var particulars =
                new Particulars(draft.institution(), draft.applicant(), entry.contactName(), entry.terminalNames());
        var submission = dates.promise(applications.nextNumber(dates.today()), particulars, review, arrival);
        applications.add(submission);
        fees.keepConsent(submission.number().value(), consent);
        drafts.remove(id);
        audit.record(
                draft.applicant().value(),
                "application-submitted",
                submission.number().value(),
                draft.institution().value());
        return submission;
    }

    public Optional<CertificateApplication> find(ApplicationNumber number) {
        return applications.find(number);
    }

    /** Returns the applications of one institution, newest first, at most a hundred. */
    public List<CertificateApplication> of(InstitutionCode institution) {
        return applications.latestOf(institution, MOST_LISTED);
    }

    /** Returns the applications of all institutions, newest first, at most a hundred. */
    public List<CertificateApplication> latest() {
        return applications.latest(MOST_LISTED);
    }

    /** @throws Refusal {@code already-decided} */
    public void approve(ApplicationNumber number, AccountId officer) {
        applications.decide(undecided(number).approve(Map.of(), officer, dates.now()));
        audit.record(officer.value(), "application-approved", number.value(), "");
    }

    /**
     * Turns an application down; no fee arises.
     *
     * @param reason for the applicant, who reads it in a mail
     * @throws Refusal {@code already-decided}, {@code rejection-reason-missing}
     */
    public void reject(ApplicationNumber number, AccountId officer, String reason) {
        if (reason.isBlank()) {
            throw new Refusal(ApplicationReason.REJECTION_REASON_MISSING, "却下するときは、理由を入力してください。");
        }
        applications.decide(undecided(number).reject(reason.strip(), officer, dates.now()));
        audit.record(officer.value(), "application-rejected", number.value(), "");
    }

    /**
     * Notes, once, that the office did not decide in the time it promised, and gives it a new last day.
     *
     * @param extension how long the supervisors may take, from now or from the missed day, whichever is later
     * @return the new last day, inclusive; told a second time, the day that was fixed the first time
     */
    public LocalDate extendReview(ApplicationNumber number, BusinessPeriod extension) {
        var promised = find(number).orElseThrow().submission().reviewDue();
        if (applications.extend(number, dates.extended(promised, extension), dates.now())) {
            audit.record("process", "review-overdue", number.value(), "");
        }
        return applications.extendedDue(number).orElseThrow();
    }

    private Submitted undecided(ApplicationNumber number) {
        return applications
                .undecided(number)
                .orElseThrow(
                        () -> new Refusal(ApplicationReason.ALREADY_DECIDED, "受付番号 " + number + " の審査はすでに終わっています。"));
    }
}
