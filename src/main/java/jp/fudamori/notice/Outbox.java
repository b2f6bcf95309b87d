package jp.fudamori.notice;

import java.time.Clock;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.MailSecret.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps mails from being written to being sent. */
@Component
class Outbox {

    private final Mails mails;
    private final Postman postman;
    private final MailSecrets secrets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(Mails mails, Postman postman, MailSecrets secrets, ApplicationEventPublisher events, Clock clock) {
        this.mails = mails;
        this.postman = postman;
        this.secrets = secrets;
        this.events = events;
        this.clock = clock;
    }

    void queue(MailDraft draft) {
        var messageId = postman.newMessageId();
        mails.add(draft, messageId, clock.instant()).ifPresent(mailId -> {
            draft.secret()
                    .ifPresent(secret -> mails.saveSecret(mailId, secret.kind(), secrets.seal(secret, messageId)));
            events.publishEvent(new MailQueued(mailId, draft.turn().reference()));
        });
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
        var secret = mails.sealedSecret(mail.mailId());
        try {
            postman.send(secret.map(hidden -> secrets.insert(hidden, mail)).orElse(mail), now);
        } catch (AddressRefused refused) {
            mails.saveRefused(mail.mailId(), refused.answer(), now);
            if (secret.filter(hidden -> hidden.kind() == Kind.LINK).isPresent()) {
                mails.saveGivenUp(mail.mailId(), "リンクは、ほかのアドレスには送らない。", now);
                throw new Refusal(NoticeReason.MAIL_LINK_UNDELIVERABLE, "メール" + mail.mailId() + "のリンクは届けられません。");
            }
            throw new Refusal(NoticeReason.MAIL_ADDRESS_REFUSED, "メール" + mail.mailId() + "の宛先は受け付けられませんでした。");
        }
        mails.saveSent(mail.mailId(), now);
    }
}
