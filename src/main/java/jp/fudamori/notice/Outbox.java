package jp.fudamori.notice;

import java.time.Clock;
import jp.fudamori.common.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps mails from being written to being sent. */
@Component
class Outbox {

    private final Mails mails;
    private final Postman postman;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(Mails mails, Postman postman, ApplicationEventPublisher events, Clock clock) {
        this.mails = mails;
        this.postman = postman;
        this.events = events;
        this.clock = clock;
    }

    void queue(MailDraft draft) {
        mails.add(draft, postman.newMessageId(), clock.instant())
                .ifPresent(mailId ->
                        events.publishEvent(new MailQueued(mailId, draft.turn().reference())));
    }

    /** Whether anybody was told this turn, at whatever address. */
    boolean hasTold(Turn turn) {
        return mails.exists(turn);
    }

    void send(long mailId) {
        mails.unsent(mailId).ifPresent(this::send);
    }

    /** Contrary to other refusals that of an address is written down: whoever decides about it must know why. */
    private void send(Mail mail) {
        var now = clock.instant();
        try {
            postman.send(mail, now);
        } catch (AddressRefused refused) {
            mails.saveRefused(mail.mailId(), refused.answer(), now);
            throw new Refusal(NoticeReason.MAIL_ADDRESS_REFUSED, "メール" + mail.mailId() + "の宛先は受け付けられませんでした。");
        }
        mails.saveSent(mail.mailId(), now);
    }
}
