package jp.fudamori.process;

import static jp.fudamori.process.QualificationWait.QUALIFICATION_ACCEPTED;
import static jp.fudamori.process.account.AccountOpeningModel.REGISTRATION_ENTERED;
import static jp.fudamori.process.account.AccountOpeningModel.REGISTRATION_REQUESTED;
import static jp.fudamori.process.application.CertificateApplicationModel.APPLICATION_CANCELLED;
import static jp.fudamori.process.application.CertificateApplicationModel.APPLICATION_PREPARED;
import static jp.fudamori.process.mail.MailDeliveryModel.MAIL_ID;
import static jp.fudamori.process.mail.MailDeliveryModel.MAIL_QUEUED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.APPLICATION_NUMBER;
import static jp.fudamori.process.notice.NoticeDeliveryModel.CERTIFICATE_DOWNLOADED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_ARRIVED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_NUMBER;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_POSTED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_SENT_BACK;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_TRACKED;
import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_WITHDRAWN;
import static jp.fudamori.process.qualification.QualificationApplicationModel.QUALIFICATION_WITHDRAWN;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWAL_FETCHED;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWAL_OBSOLETE;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWAL_OPENED;
import static jp.fudamori.process.renewal.CertificateRenewalModel.RENEWAL_REQUESTED;
import static jp.fudamori.process.revocation.CertificateRevocationModel.REVOCATION_ORDERED;
import static jp.fudamori.process.revocationlist.RevocationListModel.CERTIFICATE_REVOKED;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.INSTITUTION_ENDED;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.SUCCESSOR_REGISTERED;

import java.util.HashMap;
import java.util.Set;
import jp.fudamori.application.ApplicationCancelled;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.DeadlineMoved;
import jp.fudamori.certificate.CertificateDownloaded;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.notice.LetterPosted;
import jp.fudamori.notice.LetterSentBack;
import jp.fudamori.notice.LetterTracked;
import jp.fudamori.notice.MailDesk;
import jp.fudamori.notice.MailQueued;
import jp.fudamori.notice.MovedDates;
import jp.fudamori.notice.PostedLetter.Delivered;
import jp.fudamori.process.application.MovedReview;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which domain event wakes which process: with {@link AccountTriggers}, {@link QualificationTriggers} and
 * {@link RevocationTriggers} the page to read for "who starts what".
 */
@Component
class ProcessTriggers {

    static final Set<String> MESSAGES = Set.of(
            MAIL_QUEUED,
            CERTIFICATE_DOWNLOADED,
            APPLICATION_CANCELLED,
            QUALIFICATION_ACCEPTED,
            QUALIFICATION_WITHDRAWN,
            LETTER_POSTED,
            LETTER_TRACKED,
            LETTER_ARRIVED,
            LETTER_SENT_BACK,
            LETTER_WITHDRAWN,
            REVOCATION_ORDERED,
            APPLICATION_PREPARED,
            REGISTRATION_REQUESTED,
            REGISTRATION_ENTERED,
            CERTIFICATE_REVOKED,
            RENEWAL_OPENED,
            RENEWAL_REQUESTED,
            RENEWAL_OBSOLETE,
            RENEWAL_FETCHED,
            INSTITUTION_ENDED,
            SUCCESSOR_REGISTERED);

    private final RuntimeService runtime;
    private final LetterDesk letters;
    private final MovedReview movedReview;
    private final MailDesk mails;

    ProcessTriggers(RuntimeService runtime, LetterDesk letters, MovedReview movedReview, MailDesk mails) {
        this.runtime = runtime;
        this.letters = letters;
        this.movedReview = movedReview;
        this.mails = mails;
    }

    /** Runs inside the publisher's transaction: the mail's row and the job that sends it commit together. */
    @EventListener
    void on(MailQueued event) {
        runtime.startProcessInstanceByMessage(MAIL_QUEUED, event.reference(), MAIL_ID.with(event.mailId()));
    }

    /** The process of a withdrawn application ends wherever it waits for a decision. */
    @EventListener
    void on(ApplicationCancelled event) {
        runtime.createMessageCorrelation(APPLICATION_CANCELLED)
                .processInstanceBusinessKey(event.number().value())
                .correlate();
    }

    /** The review of an application goes by its new dates, and its clinic is told them. */
    @EventListener
    void on(DeadlineMoved event) {
        movedReview.follow(event);
        var due = event.after().reviewDue();
        var arrival = event.after().expectedArrival().orElseThrow();
        mails.deadlineMoved(
                event.number(),
                due + "/" + arrival,
                new MovedDates(event.before().reviewDue(), due, arrival),
                event.reason());
    }

    /** A letter that still waits for the proof of its delivery has it now; one that has it already is left alone. */
    @EventListener
    void on(CertificateDownloaded event) {
        letters.holding(event.line())
                .ifPresent(letter ->
                        wake(CERTIFICATE_DOWNLOADED, letter, event.line().application()));
    }

    @EventListener
    void on(LetterPosted event) {
        wake(LETTER_POSTED, event.letter(), event.application());
    }

    @EventListener
    void on(LetterTracked event) {
        wake(LETTER_TRACKED, event.letter(), event.application());
        letters.of(event.letter())
                .filter(Delivered.class::isInstance)
                .ifPresent(arrived -> wake(LETTER_ARRIVED, event.letter(), event.application()));
    }

    /** Its delivery had ended; what becomes of the letter now is decided as after every return. */
    @EventListener
    void on(LetterSentBack event) {
        var variables = new HashMap<String, Object>(
                APPLICATION_NUMBER.with(event.application().value()));
        variables.putAll(LETTER_NUMBER.with(event.letter().value()));
        runtime.startProcessInstanceByMessage(
                LETTER_SENT_BACK, event.application().value(), variables);
    }

    /** Nothing happens where the delivery of the letter does not wait for that. */
    private void wake(String message, LetterNumber letter, ApplicationNumber application) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(application.value())
                .processInstanceVariableEquals(LETTER_NUMBER.name(), letter.value())
                .correlateAll();
    }
}
