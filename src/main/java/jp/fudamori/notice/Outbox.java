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
    private final SecretLink links;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(Mails mails, Postman postman, SecretLink links, ApplicationEventPublisher events, Clock clock) {
        this.mails = mails;
        this.postman = postman;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    void queue(MailDraft draft) {
        var messageId = postman.newMessageId();
        mails.add(draft, messageId, clock.instant()).ifPresent(mailId -> {
            draft.link().ifPresent(link -> mails.saveLink(mailId, links.seal(link, messageId)));
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
        var link = mails.sealedLink(mail.mailId());
        try {
            postman.send(link.map(hidden -> links.insert(hidden, mail)).orElse(mail), now);
        } catch (AddressRefused refused) {
            mails.saveRefused(mail.mailId(), refused.answer(), now);
            if (link.isPresent()) {
                mails.saveGivenUp(mail.mailId(), "リンクは、ほかのアドレスには送らない。", now);
                throw new Refusal(NoticeReason.MAIL_LINK_UNDELIVERABLE, "メール" + mail.mailId() + "のリンクは届けられません。");
            }
            throw new Refusal(NoticeReason.MAIL_ADDRESS_REFUSED, "メール" + mail.mailId() + "の宛先は受け付けられませんでした。");
        }
        mails.saveSent(mail.mailId(), now);
    }
}
