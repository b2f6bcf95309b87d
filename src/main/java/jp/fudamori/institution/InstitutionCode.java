package jp.fudamori.institution;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.fudamori.common.Spelling;

/**
 * Code of a medical institution: prefecture (2), point table (1), area (2), serial (4), check digit (1).
 *
 * <p>Only the shape is enforced. Whether the check digit agrees is a question for {@link CheckDigitRules}, because
 * prefectures do not all compute it alike and a mismatch calls for a person, not for an error [SOURCES:
 * institution-code].
 *
 * @param value ten ASCII digits, unique in Japan; the last seven alone are not
 */
public record InstitutionCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("(0[1-9]|[1-3]\\d|4[0-7])\\d{8}");

    public InstitutionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an institution code: " + value);
        }
    }

    /** Reads a code as people type it, full-width digits included; empty where it has not the shape of a code. */
    public static Optional<InstitutionCode> parse(String typed) {
        var code = Spelling.plain(typed);
        return SHAPE.matcher(code).matches() ? Optional.of(new InstitutionCode(code)) : Optional.empty();
    }

    public Prefecture prefecture() {
        return Prefecture.of(value.substring(0, 2));
    }

    @Override
    public String toString() {
        return value;
    }
}
