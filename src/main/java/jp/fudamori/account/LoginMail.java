package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.NOT_A_MAIL_ADDRESS;
import static jp.fudamori.account.AccountReason.PROVISIONAL_ADDRESS;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.Spelling;

/**
 * A mail address by which somebody logs in, as typed but for its width; one that mail can reach.
 *
 * @param value {@code local@domain}, 6 to 100 characters of ASCII
 */
public record LoginMail(String value) {

    private static final int LONGEST = 100;
    private static final Pattern SHAPE = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9](-*[A-Za-z0-9])*\\.)+[A-Za-z]{2,}");

    /** Addresses that the old portal made up; 48 is no prefecture [SOURCES: provisional-accounts]. */
    private static final Pattern PROVISIONAL = Pattern.compile(".+@(0[1-9]|[1-3][0-9]|4[0-8])");

    public LoginMail {
        if (!fits(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** @throws Refusal {@code not-a-mail-address} or {@code provisional-address} */
    public static LoginMail parse(String typed) {
        var text = typed.length() > 4 * LONGEST ? "" : Spelling.plain(typed);
        if (isProvisional(text)) {
            throw new Refusal(
                    PROVISIONAL_ADDRESS, "末尾が「@01」～「@48」の仮アカウントには、メールをお送りできません。「新規ユーザー登録」から、受信できるメールアドレスをご登録ください。");
        }
        if (!fits(text)) {
            throw new Refusal(NOT_A_MAIL_ADDRESS, "メールアドレスを name@example.jp の形で入力してください。");
        }
        return new LoginMail(text);
    }

    /** Returns the address of an account, if mail can reach it. */
    public static Optional<LoginMail> ofAccount(String mail) {
        return fits(mail) ? Optional.of(new LoginMail(mail)) : Optional.empty();
    }

    /** Whether this is one of the addresses that the old portal made up: no mail reaches it. */
    public static boolean isProvisional(String typed) {
        return PROVISIONAL.matcher(typed.strip()).matches();
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') <= 64
                && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
