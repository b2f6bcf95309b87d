package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.InstitutionCode;

/**
 * Queues mails in the caller's transaction, with their text as it is then, and sends them one by one later. The mail
 * tells a state, the letter the secrets.
 *
 * <p>Who is told the same turn twice gets one mail. Where an application may take a turn again, the caller names the
 * {@code occasion}: any text that is the same if the step is repeated and another one for the next turn, such as the
 * number of the correction.
 */
@DomainService
public class MailDesk {

    private final ApplicationMails applications;
    private final LetterMails letters;
    private final StaffMails staff;
    private final Outbox outbox;

    MailDesk(ApplicationMails applications, LetterMails letters, StaffMails staff, Outbox outbox) {
        this.applications = applications;
        this.letters = letters;
        this.staff = staff;
        this.outbox = outbox;
    }

    /** 受付: tells the clinic its number, the fee, how to cancel, and the day on which the letter is expected. */
    public void acceptance(ApplicationNumber number) {
        outbox.queue(applications.acceptance(number));
    }

    /**
     * 補正依頼: tells the clinic what is wrong and until when it may be put right.
     *
     * @param remarks each {@code 項目: 理由}, in the order of the form
     * @param correctionDue last day for the answer, inclusive
     */
    public void correctionRequested(
            ApplicationNumber number, String occasion, List<String> remarks, LocalDate correctionDue) {
        outbox.queue(applications.correctionRequested(number, occasion, remarks, correctionDue));
    }

    /** 補正受付: tells the clinic that its correction came in, and the new last day for the decision. */
    public void resubmitted(ApplicationNumber number, String occasion, LocalDate newReviewDue) {
        outbox.queue(applications.resubmitted(number, occasion, newReviewDue));
    }

    /** 補正期限切れ: tells the clinic that its application ended unanswered, and that nothing is to be paid. */
    public void correctionAbandoned(ApplicationNumber number) {
        outbox.queue(applications.correctionAbandoned(number));
    }

    /**
     * 下書き終了: tells the clinic that what it began to write was removed.
     *
     * @param reference id of the draft
     */
    public void draftAbandoned(InstitutionCode code, AccountId applicant, String reference) {
        outbox.queue(applications.draftAbandoned(code, applicant, reference));
    }

    /** 取消し: confirms that the application was cancelled at the clinic's wish, free of charge. */
    public void cancelled(ApplicationNumber number) {
        outbox.queue(applications.cancelled(number));
    }

    /**
     * 審査遅延: tells the clinic why it waits, and until when.
     *
     * @param nextReviewDue the new last day for the decision, which the supervisors keep
     */
    public void overdue(ApplicationNumber number, LocalDate nextReviewDue) {
        outbox.queue(applications.overdue(number, nextReviewDue));
    }

    /**
     * 予定日変更: tells the clinic that what it was promised has moved, in either direction.
     *
     * @param reason in Japanese, a whole sentence
     */
    public void deadlineMoved(ApplicationNumber number, String occasion, MovedDates moved, String reason) {
        outbox.queue(applications.deadlineMoved(number, occasion, moved, reason));
    }

    /** 却下: tells the clinic the reviewer's reason and that nothing is to be paid. The application was rejected. */
    public void rejected(ApplicationNumber number) {
        outbox.queue(applications.rejected(number));
    }

    /** 一部承認: tells the clinic which certificates it will not get, and why. The application was approved. */
    public void approvedInPart(ApplicationNumber number) {
        outbox.queue(applications.approvedInPart(number));
    }

    /** 発行: tells the clinic that the letter is in the post. The letter was posted. */
    public void issuedAndPosted(LetterNumber letter) {
        outbox.queue(letters.issuedAndPosted(letter));
    }

    /**
     * 不在: tells the clinic until when the post office keeps the letter; once for each such day.
     *
     * @param keptUntil inclusive
     */
    public void letterAbsent(
            ApplicationNumber number, String letterNumber, String trackingNumber, LocalDate keptUntil) {
        outbox.queue(letters.absent(number, letterNumber, trackingNumber, keptUntil));
    }

    /**
     * 返戻: tells the clinic that the letter came back, and what to check.
     *
     * @param reason as the post office stamped it, in Japanese
     */
    public void letterReturned(ApplicationNumber number, String letterNumber, String trackingNumber, String reason) {
        outbox.queue(letters.returned(number, letterNumber, trackingNumber, reason));
    }

    /** 再発送: tells the clinic the tracking number under which the same letter travels again. */
    public void letterReposted(
            ApplicationNumber number, String letterNumber, String trackingNumber, LocalDate postedOn) {
        outbox.queue(letters.reposted(number, letterNumber, trackingNumber, postedOn));
    }

    /** 通知書無効: tells the clinic that the letter opens nothing any more, and that a new issue is necessary. */
    public void letterVoided(ApplicationNumber number, String letterNumber) {
        outbox.queue(letters.voided(number, letterNumber));
    }

    /**
     * 利用申請なし: tells the clinic what to do first, and that its application waits and then goes on by itself.
     *
     * @param reference id of the draft
     * @param until last day of the wait, inclusive
     */
    public void qualificationMissing(InstitutionCode code, AccountId applicant, String reference, LocalDate until) {
        outbox.queue(applications.qualificationMissing(code, applicant, reference, until));
    }

    /**
     * 利用申請待ち終了: tells the clinic that the application which waited for its 利用申請 ended.
     *
     * @param reference id of the draft
     */
    public void qualificationWaitAbandoned(InstitutionCode code, AccountId applicant, String reference) {
        outbox.queue(applications.qualificationWaitAbandoned(code, applicant, reference));
    }

    /** 審査督促: tells every reviewer that an application is still undecided, one mail each for each deadline. */
    public void reviewReminder(ApplicationNumber number) {
        staff.reviewReminder(number).forEach(outbox::queue);
    }

    /** 二次承認依頼: tells every supervisor that an application waits for a second approval, one mail each. */
    public void secondApprovalRequested(ApplicationNumber number, String occasion) {
        staff.secondApprovalRequested(number, occasion).forEach(outbox::queue);
    }

    /**
     * Sends a mail unless it was sent before. A crash between the server's yes and our commit sends a second copy, with
     * the same Message-ID.
     *
     * @throws jp.fudamori.common.Refusal {@code mail-address-refused}: another try would get the same answer; see
     *     {@link RefusedMailDesk}
     * @throws org.springframework.mail.MailException if the SMTP server does not take it now; the mail stays unsent
     */
    public void send(long mailId) {
        outbox.send(mailId);
    }
}
