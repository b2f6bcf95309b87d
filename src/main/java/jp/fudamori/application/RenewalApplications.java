package jp.fudamori.application;

import java.util.List;
import java.util.Map;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.common.DomainService;
import jp.fudamori.fee.Consent;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.InstitutionCode;

/** Takes renewals in: applications that nobody reviews, because whoever holds the certificate was reviewed before. */
@DomainService
public class RenewalApplications {

    /** Nothing is promised that takes longer: there is no review, and no letter. */
    private static final int DAYS = 1;

    private final Applications applications;
    private final Decisions decisions;
    private final FeeDesk fees;
    private final Announcements announcements;
    private final CaseFile file;

    RenewalApplications(
            Applications applications, Decisions decisions, FeeDesk fees, Announcements announcements, CaseFile file) {
        this.applications = applications;
        this.decisions = decisions;
        this.fees = fees;
        this.announcements = announcements;
        this.file = file;
    }

    /**
     * Looks before anything is written whether the code may renew at all.
     *
     * @throws jp.fudamori.common.Refusal {@code institution-ended}
     */
    public void requireRunning(InstitutionCode institution) {
        file.requireRunning(institution);
    }

    /**
     * Takes in, and approves, an application for one certificate in the place of another one.
     *
     * @param particulars with one terminal
     * @param replaced a certificate that nothing replaces yet
     */
    public LineNumber submit(Particulars particulars, Consent consent, LineNumber replaced, AccountId by) {
        var submission = new Submission(
                applications.nextNumber(file.today()),
                ApplicationKind.RENEWAL,
                particulars,
                file.now(),
                file.promise(DAYS, DAYS));
        applications.add(submission);
        fees.keepConsent(submission.number().value(), consent);
        announcements.submitted(submission, List.of(replaced), by);
        decisions.save(new Approved(submission, Map.of(), by, file.now()));
        announcements.approvedAtOnce(submission.number(), by);
        return submission.lines().get(0);
    }
}
