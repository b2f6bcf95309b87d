package jp.fudamori.deadline;

import static jp.fudamori.deadline.DeadlineReason.TEXT_NOT_ALLOWED;

import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;

/** The rule for what clinics are told about moved dates: one line of 1 to 200 characters that is no mark-up. */
final class MoveReason {

    private static final int LONGEST = 200;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private MoveReason() {}

    /** Returns the text without white space around it. */
    static String checked(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.codePointCount(0, stripped.length()) > LONGEST
                || FORBIDDEN.matcher(stripped).find()) {
            throw new Refusal(TEXT_NOT_ALLOWED, "医療機関に伝える理由を、改行と < > を使わずに200文字以内で入力してください。");
        }
        return stripped;
    }
}
