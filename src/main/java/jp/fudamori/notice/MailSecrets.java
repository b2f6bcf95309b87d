package jp.fudamori.notice;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.fudamori.common.Seal;
import jp.fudamori.notice.MailSecret.Kind;
import org.springframework.stereotype.Component;

/** Secrets between the writing and the sending of their mails: the database keeps them sealed, then not at all. */
@Component
class MailSecrets {

    private final Seal seal;

    MailSecrets(Seal seal) {
        this.seal = seal;
    }

    byte[] seal(MailSecret secret, String messageId) {
        return seal.seal(secret.text().getBytes(StandardCharsets.UTF_8), purpose(secret.kind(), messageId));
    }

    /** The mail as it is sent. */
    Mail insert(MailSecret.Sealed secret, Mail mail) {
        var kind = secret.kind();
        var text = new String(seal.open(secret.text(), purpose(kind, mail.messageId())), StandardCharsets.UTF_8);
        return new Mail(
                mail.mailId(),
                mail.recipient(),
                mail.subject(),
                mail.body().replace(kind.place(), text),
                mail.messageId());
    }

    private static String purpose(Kind kind, String messageId) {
        return "mail-" + kind.name().toLowerCase(Locale.ROOT) + ":" + messageId;
    }
}
