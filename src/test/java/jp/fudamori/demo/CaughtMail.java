package jp.fudamori.demo;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail that the development server's SMTP server took, as a person reads it.
 *
 * @param name name of the file in which it is kept
 * @param receivedAt Japanese time, {@code yyyy-MM-dd HH:mm:ss}
 * @param body its text, decoded
 */
record CaughtMail(String name, String receivedAt, String from, String to, String subject, String body) {

    static CaughtMail parse(String name, String receivedAt, InputStream source) throws MessagingException, IOException {
        var message = new MimeMessage(null, source);
        return new CaughtMail(
                name,
                receivedAt,
                addresses(message.getFrom()),
                addresses(message.getRecipients(RecipientType.TO)),
                Objects.requireNonNullElse(message.getSubject(), ""),
                text(message).orElse(""));
    }

    private static String addresses(Address[] addresses) {
        return Arrays.stream(Objects.requireNonNullElse(addresses, new Address[0]))
                .map(address ->
                        address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            return firstText(parts);
        }
        return part.isMimeType("text/*") ? Optional.of(part.getContent().toString()) : Optional.empty();
    }

    private static Optional<String> firstText(Multipart parts) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            var text = text(part);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }
}
