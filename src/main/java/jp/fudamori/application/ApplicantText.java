package jp.fudamori.application;

import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;

/** The rule for text that an applicant types: one line that can be printed, and that is no mark-up. */
final class ApplicantText {

    static final int LONGEST = 40;

    private static final Pattern FORBIDDEN = Pattern.compile("[<>\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private ApplicantText() {}

    /**
     * Returns the text without white space around it.
     *
     * @param label what the text is called on the screen
     * @throws Refusal {@code text-not-allowed}
     */
    static String checked(String label, String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw refusal(label + "を入力してください。");
        }
        if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw refusal(label + "は" + LONGEST + "文字以内で入力してください。");
        }
        if (FORBIDDEN.matcher(stripped).find()) {
            throw refusal(label + "に使えない文字（制御文字、< >）が含まれています。");
        }
        return stripped;
    }

    private static Refusal refusal(String detail) {
        return new Refusal(ApplicationReason.TEXT_NOT_ALLOWED, detail);
    }
}
