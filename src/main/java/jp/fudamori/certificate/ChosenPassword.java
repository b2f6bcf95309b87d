package jp.fudamori.certificate;

import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;

/**
 * 証明書パスワード that a clinic chooses for the file of a renewed certificate, because no letter tells it one.
 *
 * @param value 13 to 64 characters of ASCII without blanks, letters and digits both: what every system can import
 */
record ChosenPassword(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("(?=.*[A-Za-z])(?=.*[0-9])[\\x21-\\x7e]{13,64}", Pattern.DOTALL);

    /** @throws Refusal {@code password-not-allowed} */
    ChosenPassword {
        if (!SHAPE.matcher(value).matches()) {
            throw new Refusal(
                    RenewalReason.PASSWORD_NOT_ALLOWED, "パスワードは、半角の英字と数字を両方使い、13文字以上64文字以内で入力してください。空白は使えません。");
        }
    }

    @Override
    public String toString() {
        return "ChosenPassword[not shown]";
    }
}
