package jp.fudamori.notice;

import java.time.Clock;
import java.time.LocalDate;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Queues mails in the caller's transaction, with their text as it is then, and sends them one by one later. Who gets
 * the same kind of mail about the same reference twice gets it once. The mail tells a state, the letter the secrets.
 */
@DomainService
public class MailDesk {

    private final Mails mails;
    private final MailWriter writer;
    private final Postman postman;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailDesk(Mails mails, MailWriter writer, Postman postman, ApplicationEventPublisher events, Clock clock) {
        this.mails = mails;
        this.writer = writer;
        this.postman = postman;
        this.events = events;
        this.clock = clock;
    }

    /** 受付: tells the clinic its number, the fee and the day on which the letter is expected. */
    public void acceptance(ApplicationNumber number) {
        queue(writer.acceptance(number));
    }

    /**
     * 審査遅延: tells the clinic why it waits, and until when.
     *
     * @param nextReviewDue the new last day for the decision, which the supervisors keep
     */
    public void overdue(ApplicationNumber number, LocalDate nextReviewDue) {
        queue(writer.overdue(number, nextReviewDue));
    }

    /** 却下: tells the clinic the reviewer's reason and that nothing is to be paid. The application was rejected. */
    public void rejected(ApplicationNumber number) {
        queue(writer.rejected(number));
    }

    /** 発行: tells the clinic that the letter is in the post. The letter was posted. */
    public void issuedAndPosted(ApplicationNumber number) {
        queue(writer.issuedAndPosted(number));
    }

    /**
     * 利用申請なし: tells the clinic what to do first.
     *
     * @param reference id of the draft that ended
     */
    public void qualificationMissing(InstitutionCode code, AccountId applicant, String reference) {
        queue(writer.qualificationMissing(code, applicant, reference));
    }

    /** 審査督促: tells every reviewer that an application is still undecided, one mail each. */
    public void reviewReminder(ApplicationNumber number) {
        writer.reviewReminder(number).forEach(this::queue);
    }

    /**
     * Sends a mail unless it was sent before. A crash between the server's yes and our commit sends a second copy, with
     * the same Message-ID.
     *
     * @throws org.springframework.mail.MailException if the SMTP server does not take it; the mail stays unsent
     */
    public void send(long mailId) {
        mails.unsent(mailId).ifPresent(mail -> {
            var now = clock.instant();
            postman.send(mail, now);
            mails.saveSent(mailId, now);
        });
    }

    private void queue(MailDraft draft) {
        mails.add(draft, postman.newMessageId(), clock.instant())
                .ifPresent(mailId -> events.publishEvent(new MailQueued(mailId, draft.reference())));
    }
}
