package jp.fudamori.application;

import static jp.fudamori.application.ApplicationReason.NOT_RETURNED;
import static jp.fudamori.application.ApplicationReason.TOO_MANY_TERMINALS;

import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.TypedText;

/** 補正: the clinic's side of an application that was given back to it. */
@DomainService
public class CorrectionDesk {

    private final Applications applications;
    private final Decisions decisions;
    private final CaseFile file;
    private final Announcements announcements;
    private final ApplicationDates dates;

    CorrectionDesk(
            Applications applications,
            Decisions decisions,
            CaseFile file,
            Announcements announcements,
            ApplicationDates dates) {
        this.applications = applications;
        this.decisions = decisions;
        this.file = file;
        this.announcements = announcements;
        this.dates = dates;
    }

    /**
     * Takes what the clinic corrected; the review goes on with the days that were left.
     *
     * @param terminalNames at most as many as before: what was agreed to was a fee for these
     * @param by the clinic, or who acts for it
     * @throws Refusal {@code not-returned}, {@code institution-ended}, {@code text-not-allowed},
     *     {@code terminal-named-twice}, {@code too-many-terminals}, {@code terminals-fixed},
     *     {@code key-without-terminal}
     */
    public Submission resubmit(ApplicationNumber number, String contactName, List<String> terminalNames, AccountId by) {
        var returned = returned(number);
        var before = returned.particulars();
        file.requireRunning(before.institution());
        var particulars = new Particulars(
                before.institution(),
                before.applicant(),
                TypedText.checked("担当部署/担当者名", contactName),
                refusingMore(TerminalNames.checked(terminalNames), before));
        TerminalNames.refuseOtherNumber(
                returned.submission().kind(), before.terminalNames().size(), particulars.terminalNames());
        announcements.terminals(number, before, particulars, by);
        var correction = returned.correction();
        var submitted = returned.resubmit(
                particulars, dates.promise(correction.reviewDaysLeft(), correction.arrivalDaysLeft()));
        applications.replace(submitted.submission());
        decisions.corrected(number, correction.round(), dates.now());
        announcements.corrected(number, correction.round(), by);
        return submitted.submission();
    }

    /**
     * Ends an application that the clinic did not correct in time; no fee arises.
     *
     * @throws Refusal {@code not-returned}
     */
    public void abandon(ApplicationNumber number) {
        decisions.save(returned(number).abandon(dates.now()));
        announcements.abandoned(number);
    }

    private static List<String> refusingMore(List<String> names, Particulars before) {
        var most = before.terminalNames().size();
        if (names.size() > most) {
            throw new Refusal(TOO_MANY_TERMINALS, "補正で端末を増やすことはできません（%d台まで）。増やす端末は、新しく申請してください。".formatted(most));
        }
        return names;
    }

    private Returned returned(ApplicationNumber number) {
        return applications
                .lock(number)
                .filter(Returned.class::isInstance)
                .map(Returned.class::cast)
                .orElseThrow(() -> new Refusal(NOT_RETURNED, "受付番号 " + number + " は、補正をお願いしている申請ではありません。"));
    }
}
