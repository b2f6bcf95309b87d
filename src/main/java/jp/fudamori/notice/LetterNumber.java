package jp.fudamori.notice;

import java.util.regex.Pattern;

/**
 * 通知書番号: names one letter for ever, also after its contents were destroyed.
 *
 * @param value year of issue and a running number that does not start again, {@code 2026-000042}
 */
public record LetterNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{6,12}");

    public LetterNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a letter number: " + value);
        }
    }

    static LetterNumber of(int year, long running) {
        return new LetterNumber("%04d-%06d".formatted(year, running));
    }

    @Override
    public String toString() {
        return value;
    }
}
