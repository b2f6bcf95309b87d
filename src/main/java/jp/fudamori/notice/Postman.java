package jp.fudamori.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands mails to the SMTP server, as plain text in UTF-8. */
@Component
class Postman {

    private final JavaMailSender sender;
    private final InternetAddress from;

    /** @param from where our mails come from; nobody reads answers */
    Postman(JavaMailSender sender, @Value("${fudamori.mail.from}") InternetAddress from) {
        this.sender = sender;
        this.from = from;
    }

    /** Returns a Message-ID that no other mail has. */
    String newMessageId() {
        return "<%s%s>"
                .formatted(
                        UUID.randomUUID(),
                        from.getAddress().substring(from.getAddress().indexOf('@')));
    }

    /**
     * Sends a mail.
     *
     * @throws AddressRefused if the server will never take it for this recipient
     * @throws org.springframework.mail.MailException if the server did not take it now
     */
    void send(Mail mail, Instant sentAt) throws AddressRefused {
        var message = message(mail, sentAt);
        try {
            sender.send(message);
        } catch (MailSendException failure) {
            var answer = SmtpAnswer.permanentIn(failure);
            if (answer.isPresent()) {
                throw new AddressRefused(answer.get().text(), failure);
            }
            throw failure;
        }
    }

    private MimeMessage message(Mail mail, Instant sentAt) throws AddressRefused {
        var message = sender.createMimeMessage();
        try {
            fill(message, mail, sentAt);
        } catch (AddressException e) {
            throw new AddressRefused("メールアドレスの形式が正しくありません。", e);
        } catch (MessagingException e) {
            throw new MailPreparationException("mail " + mail.mailId() + " cannot be written", e);
        }
        return message;
    }

    private void fill(MimeMessage message, Mail mail, Instant sentAt) throws MessagingException {
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), UTF_8.name());
        message.setText(mail.body(), UTF_8.name());
        message.setSentDate(Date.from(sentAt));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no absence notes, please
    }
}
