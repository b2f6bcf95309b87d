package jp.fudamori.qualification;

import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;

/**
 * 担当部署/担当者名: whom the office asks for, and whom its mails address.
 *
 * @param value 1 to 40 characters on one line, without {@code <} and {@code >}
 */
public record ContactName(String value) {

    private static final int LONGEST = 40;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    public ContactName {
        if (value.isBlank() || isTooLong(value) || FORBIDDEN.matcher(value).find()) {
            throw new IllegalArgumentException("not a contact name");
        }
    }

    /**
     * Reads what somebody typed, without white space around it.
     *
     * @throws Refusal {@code text-not-allowed}
     */
    static ContactName typed(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw refusal("担当部署/担当者名を入力してください。");
        }
        if (isTooLong(stripped)) {
            throw refusal("担当部署/担当者名は" + LONGEST + "文字以内で入力してください。");
        }
        if (FORBIDDEN.matcher(stripped).find()) {
            throw refusal("担当部署/担当者名に使えない文字（制御文字、< >）が含まれています。");
        }
        return new ContactName(stripped);
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    private static Refusal refusal(String detail) {
        return new Refusal(QualificationReason.TEXT_NOT_ALLOWED, detail);
    }
}
