package jp.fudamori.notice;

import java.nio.charset.StandardCharsets;
import jp.fudamori.common.Seal;
import org.springframework.stereotype.Component;

/**
 * One-time links between the writing and the sending of their mails: the database keeps them sealed, then not at all.
 */
@Component
class SecretLink {

    /** Stands in the body on record for the link that the recipient reads. */
    static final String PLACE = "（リンクは記録に残しません）";

    private final Seal seal;

    SecretLink(Seal seal) {
        this.seal = seal;
    }

    byte[] seal(String link, String messageId) {
        return seal.seal(link.getBytes(StandardCharsets.UTF_8), purpose(messageId));
    }

    /** The mail as it is sent. */
    Mail insert(byte[] sealed, Mail mail) {
        var link = new String(seal.open(sealed, purpose(mail.messageId())), StandardCharsets.UTF_8);
        return new Mail(
                mail.mailId(), mail.recipient(), mail.subject(), mail.body().replace(PLACE, link), mail.messageId());
    }

    private static String purpose(String messageId) {
        return "mail-link:" + messageId;
    }
}
