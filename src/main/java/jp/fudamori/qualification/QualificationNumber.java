package jp.fudamori.qualification;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 受付番号 of a 利用申請: what a clinic quotes when asking, and the business key of its process once it was submitted.
 *
 * @param value day of the first submission and a running number, {@code R20261122-00042}
 */
public record QualificationNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("R[0-9]{8}-[0-9]{5}");

    public QualificationNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of a 利用申請: " + value);
        }
    }

    /** Empty when the text has another shape. */
    public static Optional<QualificationNumber> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new QualificationNumber(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
