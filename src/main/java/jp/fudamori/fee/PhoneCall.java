package jp.fudamori.fee;

import java.util.regex.Pattern;

/**
 * A telephone call in which somebody of an institution agreed, and somebody of the office wrote it down.
 *
 * @param callerName who agreed, 1 to 40 characters, one line, no white space around it
 */
public record PhoneCall(String callerName) {

    private static final Pattern SHAPE =
            Pattern.compile("[^<>\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]{1,40}");

    public PhoneCall {
        if (!SHAPE.matcher(callerName).matches() || !callerName.strip().equals(callerName)) {
            throw new IllegalArgumentException("not the name of a caller");
        }
    }
}
