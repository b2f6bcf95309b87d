package jp.fudamori.application;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 枚番: one certificate that an application asks for. An application has 1 to 50 lines, one for each terminal.
 *
 * @param position 1 to 50
 */
public record LineNumber(ApplicationNumber application, int position) implements Comparable<LineNumber> {

    /** Most lines that one application may have. */
    public static final int MOST = 50;

    private static final Pattern SHAPE = Pattern.compile("(\\d{8}-\\d{5})-(0[1-9]|[1-4]\\d|50)");
    private static final Comparator<LineNumber> ORDER = Comparator.comparing(
                    (LineNumber line) -> line.application().value())
            .thenComparing(LineNumber::position);

    public LineNumber {
        if (position < 1 || position > MOST) {
            throw new IllegalArgumentException("an application has 1 to " + MOST + " lines, not " + position);
        }
    }

    /** Reads {@code 20261122-00042-01}; empty when the text has another shape. */
    public static Optional<LineNumber> parse(String text) {
        var matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new LineNumber(new ApplicationNumber(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(LineNumber other) {
        return ORDER.compare(this, other);
    }

    /** Number of the application and position, {@code 20261122-00042-01}; also the reference of the line's fee. */
    @Override
    public String toString() {
        return "%s-%02d".formatted(application, position);
    }
}
