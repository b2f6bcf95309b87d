package jp.fudamori.notice;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;

/**
 * What an SMTP server said to a recipient's address (RCPT TO).
 *
 * @param code reply code, RFC 5321 4.2
 * @param text the whole reply in one line, at most 400 characters
 */
record SmtpAnswer(int code, String text) {

    private static final int LONGEST = 400;

    /** Security or policy, RFC 3463 3.8: mostly our own fault, such as a relay that no longer knows us. */
    private static final Pattern POLICY = Pattern.compile("5\\d\\d[ -]5\\.7\\.\\d+.*");

    /** Finds the answer that makes another try useless; empty where a later try, or an operator, may help. */
    static Optional<SmtpAnswer> permanentIn(MailSendException failure) {
        return Arrays.stream(failure.getMessageExceptions())
                .flatMap(SmtpAnswer::chain)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .map(refused ->
                        new SmtpAnswer(refused.getReturnCode(), inOneLine(String.valueOf(refused.getMessage()))))
                .filter(SmtpAnswer::isPermanent)
                .findFirst();
    }

    private boolean isPermanent() {
        return code >= 500 && code <= 599 && !POLICY.matcher(text).matches();
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                        Optional.of(first),
                        Optional::isPresent,
                        link -> link.filter(MessagingException.class::isInstance)
                                .map(MessagingException.class::cast)
                                .map(MessagingException::getNextException))
                .map(Optional::get);
    }

    private static String inOneLine(String answer) {
        var line = answer.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
