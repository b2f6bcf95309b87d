package jp.fudamori.application;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 受付番号: what an applicant quotes when asking; also the business key of every process about the application.
 *
 * @param value day of submission and a running number, {@code 20261122-00042}
 */
public record ApplicationNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{8}-\\d{5}");

    public ApplicationNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an application number: " + value);
        }
    }

    /** Empty when the text has another shape. */
    public static Optional<ApplicationNumber> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ApplicationNumber(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
