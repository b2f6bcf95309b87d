package jp.fudamori.notice;

import java.time.Clock;
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

    void send(long mailId) {
        mails.unsent(mailId).ifPresent(mail -> {
            var now = clock.instant();
            postman.send(mail, now);
            mails.saveSent(mailId, now);
        });
    }
}
