package jp.fudamori.fee;

import java.util.regex.Pattern;

/**
 * A telephone call in which somebody of an institution agreed, and somebody of the office wrote it down.
 *
 * @param callerName who agreed, 1 to 40 characters, one line
 */
public record PhoneCall(String callerName) {

    private static final Pattern SHAPE = Pattern.compile("(?U)\\S|\\S[^\\p{Cntrl}]{0,38}\\S");

    public PhoneCall {
        if (!SHAPE.matcher(callerName).matches()) {
            throw new IllegalArgumentException(
                    "a caller's name has 1 to 40 characters, none of them control characters");
        }
    }
}
