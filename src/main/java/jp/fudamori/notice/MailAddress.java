package jp.fudamori.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.text.Normalizer;
import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;

/**
 * A mail address as people give it on the telephone: no display name, no blank, ASCII only.
 *
 * @param value {@code local@domain}, 3 to 254 characters
 */
public record MailAddress(String value) {

    private static final int LONGEST = 254; // RFC 5321 4.5.3.1.3, less the angle brackets
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    public MailAddress {
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /**
     * Reads what somebody typed; full-width letters are taken as what they mean.
     *
     * @throws Refusal {@code not-a-mail-address}
     */
    static MailAddress parse(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (!isAddress(text)) {
            throw new Refusal(NoticeReason.NOT_A_MAIL_ADDRESS, "メールアドレスを name@example.jp の形で入力してください。");
        }
        return new MailAddress(text);
    }

    private static boolean isAddress(String text) {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
