package jp.fudamori.application;

import static jp.fudamori.application.ApplicationReason.ALREADY_DECIDED;
import static jp.fudamori.application.ApplicationReason.NO_LINE_LEFT;
import static jp.fudamori.application.ApplicationReason.NO_SUCH_LINE;
import static jp.fudamori.application.ApplicationReason.REJECTION_REASON_MISSING;
import static jp.fudamori.application.ApplicationReason.REMARK_MISSING;
import static jp.fudamori.application.ApplicationReason.SAME_OFFICER;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.deadline.PromisedDay;

/** 審査: decides on applications. Whoever comes second to the same one is refused. */
@DomainService
public class ReviewDesk {

    private final Applications applications;
    private final Decisions decisions;
    private final CaseFile file;
    private final AuditTrail audit;
    private final ApplicationDates dates;

    ReviewDesk(
            Applications applications, Decisions decisions, CaseFile file, AuditTrail audit, ApplicationDates dates) {
        this.applications = applications;
        this.decisions = decisions;
        this.file = file;
        this.audit = audit;
        this.dates = dates;
    }

    /** Returns what the server itself can tell about an application. */
    public Findings findings(ApplicationNumber number) {
        return file.findings(applications.find(number).orElseThrow().submission(), decisions.corrections(number));
    }

    /** Fixes how an application is reviewed. */
    public void triage(ApplicationNumber number, Triage triage) {
        submitted(number);
        decisions.save(number, triage);
        audit.record(
                "process", "application-triaged", number.value(), triage.route().code());
    }

    /**
     * Approves an application, wholly or but for some lines; for good, or for the first of two times.
     *
     * @param refused the lines that are turned down, each with its reason for the applicant
     * @return {@link Approved}, or {@link ApprovedOnce} where a second officer must agree
     * @throws Refusal {@code already-decided}, {@code institution-ended}, {@code no-such-line}, {@code no-line-left},
     *     {@code rejection-reason-missing}
     */
    public CertificateApplication approve(
            ApplicationNumber number, Map<LineNumber, String> refused, AccountId officer) {
        var submitted = submitted(number);
        requireRunning(submitted);
        refuseWrongLines(submitted, refused);
        var approved = submitted.approve(refused, officer, dates.now(), file.hash(submitted.submission(), refused));
        if (approved instanceof ApprovedOnce once) {
            decisions.save(once);
            audit.record(officer.value(), "application-approved-once", number.value(), "refused " + refused.size());
        } else {
            save((Approved) approved);
        }
        return approved;
    }

    /**
     * Agrees to what another officer approved. Where anything has changed since, the first approval is void and the
     * application waits for its review again.
     *
     * @return {@link Approved}, or {@link Submitted} where the first approval was void
     * @throws Refusal {@code already-decided}, {@code institution-ended}, {@code same-officer}
     */
    public CertificateApplication approveSecond(ApplicationNumber number, AccountId officer) {
        var once = approvedOnce(number);
        requireRunning(once);
        if (once.by().equals(officer)) {
            throw new Refusal(SAME_OFFICER, "最初に承認した人は、二次承認をすることができません。ほかの審査責任者に依頼してください。");
        }
        if (!once.seen().equals(file.hash(once.submission(), once.refused()))) {
            decisions.reopen(number);
            audit.record(officer.value(), "first-approval-void", number.value(), "changed since");
            return once.reopen();
        }
        var approved = once.approve(officer, dates.now());
        save(approved);
        return approved;
    }

    /**
     * Does not agree to what another officer approved: the application waits for its review again.
     *
     * @throws Refusal {@code already-decided}
     */
    public void sendBack(ApplicationNumber number, AccountId officer) {
        approvedOnce(number);
        decisions.reopen(number);
        audit.record(officer.value(), "second-approval-refused", number.value(), "");
    }

    /**
     * Turns an application down; no fee arises.
     *
     * @param reason for the applicant, who reads it in a mail
     * @throws Refusal {@code already-decided}, {@code rejection-reason-missing}
     */
    public void reject(ApplicationNumber number, AccountId officer, String reason) {
        if (reason.isBlank()) {
            throw new Refusal(REJECTION_REASON_MISSING, "却下するときは、理由を入力してください。");
        }
        Rejected rejected = submitted(number).reject(reason.strip(), officer, dates.now());
        decisions.save(rejected);
        audit.record(officer.value(), "application-rejected", number.value(), "");
    }

    /**
     * Gives an application back to its clinic. The days that the office has left stand still until it is corrected.
     *
     * @param remarks what is wrong, at most one for each field
     * @param answer how long the clinic may take, in days of the calendar
     * @return what was fixed, and until when the clinic may answer
     * @throws Refusal {@code already-decided}, {@code remark-missing}
     */
    public Correction giveBack(ApplicationNumber number, List<Remark> remarks, Period answer, AccountId officer) {
        var submitted = submitted(number);
        if (remarks.isEmpty()) {
            throw new Refusal(REMARK_MISSING, "差し戻すときは、直してほしい項目の理由を1つ以上入力してください。");
        }
        var correction = new Correction(
                decisions.corrections(number) + 1,
                remarks,
                officer,
                dates.now(),
                dates.today().plus(answer),
                dates.daysLeft(submitted.due()),
                dates.daysLeft(submitted.submission().expectedArrival()));
        Returned returned = submitted.giveBack(correction);
        decisions.save(returned);
        audit.record(officer.value(), "application-given-back", number.value(), "round " + correction.round());
        return correction;
    }

    /**
     * Notes, once, that the office did not decide in the time it promised, and gives it a new last day.
     *
     * @param extension how long the supervisors may take, from now or from the missed day, whichever is later
     * @return the new last day, inclusive; told a second time, the day that was fixed the first time; empty where the
     *     application is decided or given back meanwhile, which changes nothing
     */
    public Optional<LocalDate> extend(ApplicationNumber number, BusinessPeriod extension) {
        return applications
                .lock(number)
                .filter(found -> found instanceof Submitted || found instanceof ApprovedOnce)
                .map(open -> extend(number, dates.extended(open.submission().reviewDue(), extension)));
    }

    /**
     * Gives an approved line up, because something has happened since that forbids its certificate: from now on it
     * counts as turned down, and no fee arises. Told a second time, it does nothing.
     *
     * @param reason for the applicant
     * @throws IllegalStateException if the line was never approved
     */
    public void withhold(LineNumber line, String reason) {
        var approved = applications
                .lock(line.application())
                .filter(Approved.class::isInstance)
                .map(Approved.class::cast)
                .filter(found -> applications.approvedLines(found.number()).contains(line))
                .orElseThrow(() -> new IllegalStateException("not approved: " + line));
        if (!approved.refused().containsKey(line)) {
            decisions.withhold(line, reason, dates.today());
            audit.record("process", "line-withheld", line.toString(), "");
        }
    }

    private void requireRunning(CertificateApplication application) {
        file.requireRunning(application.particulars().institution());
    }

    private LocalDate extend(ApplicationNumber number, PromisedDay extended) {
        if (applications.extend(number, extended, dates.now())) {
            audit.record("process", "review-overdue", number.value(), "");
            return extended.due();
        }
        return applications.extendedDue(number);
    }

    private void save(Approved approved) {
        decisions.save(approved);
        audit.record(
                approved.decidedBy().value(),
                "application-approved",
                approved.number().value(),
                "refused " + approved.refused().size());
    }

    private static void refuseWrongLines(Submitted submitted, Map<LineNumber, String> refused) {
        var lines = submitted.submission().lines();
        refused.forEach((line, reason) -> {
            if (!lines.contains(line)) {
                throw new Refusal(NO_SUCH_LINE, "この申請に %d 番の端末はありません（1～%d）。".formatted(line.position(), lines.size()));
            }
            if (reason.isBlank()) {
                throw new Refusal(REJECTION_REASON_MISSING, "承認しない端末があるときは、その理由を入力してください。");
            }
        });
        if (refused.size() == lines.size()) {
            throw new Refusal(NO_LINE_LEFT, "すべての端末を承認しないときは、「却下」を選んでください。");
        }
    }

    private Submitted submitted(ApplicationNumber number) {
        return applications
                .lock(number)
                .filter(Submitted.class::isInstance)
                .map(Submitted.class::cast)
                .orElseThrow(() -> alreadyDecided(number));
    }

    private ApprovedOnce approvedOnce(ApplicationNumber number) {
        return applications
                .lock(number)
                .filter(ApprovedOnce.class::isInstance)
                .map(ApprovedOnce.class::cast)
                .orElseThrow(() -> alreadyDecided(number));
    }

    private static Refusal alreadyDecided(ApplicationNumber number) {
        return new Refusal(ALREADY_DECIDED, "受付番号 " + number + " の審査はすでに終わっています。");
    }
}
