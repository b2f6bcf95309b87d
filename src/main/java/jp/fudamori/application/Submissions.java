package jp.fudamori.application;

import static jp.fudamori.application.ApplicationReason.CONSENT_MISSING;
import static jp.fudamori.application.ApplicationReason.ENTRY_MISSING;

import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeDesk;
import org.springframework.stereotype.Component;

/** Turns a draft into an application. */
@Component
class Submissions {

    private final Drafts drafts;
    private final Applications applications;
    private final FeeDesk fees;
    private final Announcements announcements;
    private final CaseFile file;

    Submissions(Drafts drafts, Applications applications, FeeDesk fees, Announcements announcements, CaseFile file) {
        this.drafts = drafts;
        this.applications = applications;
        this.fees = fees;
        this.announcements = announcements;
        this.file = file;
    }

    Submission submit(DraftId id, AccountId by, BusinessPeriod review, BusinessPeriod arrival) {
        var draft = drafts.find(id).orElseThrow();
        file.requireRunning(draft.institution());
        var consent = draft.consent().orElseThrow(() -> new Refusal(CONSENT_MISSING, "発行料への同意がまだです。"));
        var submission = new Submission(
                applications.nextNumber(file.today()),
                draft.kind(),
                particulars(draft),
                file.now(),
                file.promise(review.days(), arrival.days()));
        announcements.wanted(draft.replaces());
        applications.add(submission);
        fees.keepConsent(submission.number().value(), consent);
        drafts.remove(id);
        announcements.submitted(submission, draft.replaces(), by);
        return submission;
    }

    private static Particulars particulars(Draft draft) {
        if (!draft.isEntered()) {
            throw new Refusal(ENTRY_MISSING, "申請情報の入力がまだです。");
        }
        return new Particulars(
                draft.institution(), draft.applicant(), draft.contactName().orElseThrow(), draft.terminalNames());
    }
}
