package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.notice.QualificationMails.Clinic;

/** Queues mails to clinics about their 利用申請, as {@link MailDesk} does others: one and the same mail once. */
@DomainService
public class QualificationMailDesk {

    private final QualificationMails mails;
    private final Outbox outbox;

    QualificationMailDesk(QualificationMails mails, Outbox outbox) {
        this.mails = mails;
        this.outbox = outbox;
    }

    /**
     * 利用申請受付: tells the clinic its number; again when it comes in corrected, with another last day.
     *
     * @param number of the 利用申請
     * @param paymentMethod in Japanese, as chosen
     */
    public void received(
            InstitutionCode code, AccountId applicant, String number, LocalDate reviewDue, String paymentMethod) {
        outbox.queue(mails.received(new Clinic(code, applicant), number, reviewDue, paymentMethod));
    }

    /**
     * 利用申請差戻し: tells the clinic what is wrong and until when it may be put right.
     *
     * @param correctionDue last day for the answer, inclusive
     */
    public void returned(
            InstitutionCode code,
            AccountId applicant,
            String number,
            String occasion,
            String reason,
            LocalDate correctionDue) {
        outbox.queue(mails.returned(new Clinic(code, applicant), number, occasion, reason, correctionDue));
    }

    /** 利用申請取下げ: confirms that it was taken back at the clinic's wish. */
    public void withdrawn(InstitutionCode code, AccountId applicant, String number) {
        outbox.queue(mails.withdrawn(new Clinic(code, applicant), number));
    }

    /** 利用申請受理: tells the clinic that it may apply, and that an application which waited goes on. */
    public void accepted(InstitutionCode code, AccountId applicant, String number) {
        outbox.queue(mails.accepted(new Clinic(code, applicant), number));
    }

    /** 利用申請却下: tells the clinic why. */
    public void rejected(InstitutionCode code, AccountId applicant, String number, String reason) {
        outbox.queue(mails.rejected(new Clinic(code, applicant), number, reason));
    }

    /**
     * 利用申請期限切れ: tells the clinic that its 利用申請 ended, because it did not go on writing or correcting it.
     *
     * @param reference id of the 利用申請
     * @param number empty where it was never submitted
     */
    public void abandoned(InstitutionCode code, AccountId applicant, String reference, Optional<String> number) {
        outbox.queue(mails.abandoned(new Clinic(code, applicant), reference, number));
    }

    /**
     * 利用申請審査遅延: tells the clinic why it waits, and until when.
     *
     * @param missedDue the last day as it was promised first
     * @param nextReviewDue the new last day for the decision, which the supervisors keep
     */
    public void overdue(
            InstitutionCode code, AccountId applicant, String number, LocalDate missedDue, LocalDate nextReviewDue) {
        outbox.queue(mails.overdue(new Clinic(code, applicant), number, missedDue, nextReviewDue));
    }

    /**
     * 利用申請期限変更: tells the clinic that the day which it was promised has moved.
     *
     * @param reason in Japanese, a whole sentence
     */
    public void deadlineMoved(
            InstitutionCode code,
            AccountId applicant,
            String number,
            LocalDate oldDue,
            LocalDate newDue,
            String reason) {
        outbox.queue(mails.deadlineMoved(new Clinic(code, applicant), number, oldDue, newDue, reason));
    }
}
