package jp.fudamori.application;

import static jp.fudamori.application.ApplicationReason.ALREADY_DECIDED;
import static jp.fudamori.application.ApplicationReason.APPLICATION_UNKNOWN;

import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.CertificateApplication.Undecided;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;

/** Takes applications in, finds them again, and lets their clinics withdraw them. */
@DomainService
public class ApplicationDesk {

    private static final int MOST_LISTED = 100;

    private final Applications applications;
    private final Decisions decisions;
    private final CaseFile file;
    private final Submissions submissions;
    private final Announcements announcements;

    ApplicationDesk(
            Applications applications,
            Decisions decisions,
            CaseFile file,
            Submissions submissions,
            Announcements announcements) {
        this.applications = applications;
        this.decisions = decisions;
        this.file = file;
        this.submissions = submissions;
        this.announcements = announcements;
    }

    /**
     * Takes a complete draft in: from now on it has a number, a proof of consent and dates that were promised.
     *
     * @param by the clinic, or who acts for it
     * @param review how long the office may take to decide
     * @param arrival when the letter is expected to arrive
     * @throws Refusal {@code institution-ended}, {@code consent-missing}, {@code entry-missing}
     */
    public Submission submit(DraftId id, AccountId by, BusinessPeriod review, BusinessPeriod arrival) {
        return submissions.submit(id, by, review, arrival);
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

    /**
     * Returns the lines that were approved, in order, those among them that were withheld later.
     *
     * @throws IllegalStateException if the application is not approved
     */
    public List<LineNumber> approvedLines(ApplicationNumber number) {
        var approved = applications.approvedLines(number);
        if (approved.isEmpty()) {
            throw new IllegalStateException("not approved: " + number);
        }
        return approved;
    }

    /** Returns the terminals of an application that another one of the same clinic has already. */
    public List<Repetition> repetitions(ApplicationNumber number) {
        return file.repetitions(applications.find(number).orElseThrow().submission());
    }

    /**
     * 取消し: withdraws an application that is not decided yet; no fee arises. Told a second time, it does nothing.
     *
     * @param institution whose application it must be
     * @param by the clinic, or who acts for it
     * @throws Refusal {@code application-unknown}, {@code already-decided}
     */
    public void cancel(ApplicationNumber number, InstitutionCode institution, AccountId by) {
        var application = applications
                .lock(number)
                .filter(found -> found.particulars().institution().equals(institution))
                .orElseThrow(() -> new Refusal(APPLICATION_UNKNOWN, "受付番号 " + number + " の申請は見つかりません。番号をご確認ください。"));
        if (application instanceof CertificateApplication.Cancelled) {
            return;
        }
        if (!(application instanceof Undecided undecided)) {
            throw new Refusal(ALREADY_DECIDED, "受付番号 " + number + " は審査が終わっているため、取り消せません。コールセンターへお問い合わせください。");
        }
        decisions.save(undecided.cancel(by, file.now()));
        announcements.cancelled(number, by);
    }
}
