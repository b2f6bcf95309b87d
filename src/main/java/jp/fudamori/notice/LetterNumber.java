package jp.fudamori.notice;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 通知書番号: names one letter for ever, also after its contents were destroyed.
 *
 * @param value year of issue and a running number that does not start again, {@code 2026-000042}
 */
public record LetterNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{6,12}");

    public LetterNumber {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a letter number: " + value);
        }
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Empty when the text has another shape. */
    public static Optional<LetterNumber> parse(String text) {
        return isOne(text) ? Optional.of(new LetterNumber(text)) : Optional.empty();
    }

    static LetterNumber of(int year, long running) {
        return new LetterNumber("%04d-%06d".formatted(year, running));
    }

    @Override
    public String toString() {
        return value;
    }
}
