package jp.fudamori.common;

import java.util.regex.Pattern;

/** The rule for a name that somebody types: one line that can be printed, and that is no mark-up. */
public final class TypedText {

    /** Characters, one for each code point. */
    public static final int LONGEST = 40;

    private enum Reason implements Refusal.Reason {
        TEXT_NOT_ALLOWED
    }

    private static final Pattern FORBIDDEN = Pattern.compile("[<>\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private TypedText() {}

    /**
     * Returns the text without white space around it.
     *
     * @param label what the text is called on the screen
     * @throws Refusal {@code text-not-allowed}
     */
    public static String checked(String label, String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw refusal(label + "を入力してください。");
        }
        if (isTooLong(stripped)) {
            throw refusal(label + "は" + LONGEST + "文字以内で入力してください。");
        }
        if (FORBIDDEN.matcher(stripped).find()) {
            throw refusal(label + "に使えない文字（制御文字、< >）が含まれています。");
        }
        return stripped;
    }

    /** Returns whether the text is one that {@link #checked} lets pass as it is. */
    public static boolean isAllowed(String text) {
        return !text.isBlank() && !isTooLong(text) && !FORBIDDEN.matcher(text).find();
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Reason.TEXT_NOT_ALLOWED, detail);
    }
}
