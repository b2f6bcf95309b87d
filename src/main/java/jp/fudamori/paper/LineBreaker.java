package jp.fudamori.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Breaks Japanese text into lines no wider than a measure: words of Latin letters stay whole, no line begins with a
 * closing bracket or a full stop, none ends with an opening bracket. What is wider than a line by itself is cut.
 */
public final class LineBreaker {

    private static final Pattern UNIT =
            Pattern.compile("[（「『【〔［〈《]*(?:[!-~]+|\\X)[、。，．）」』】〕］〉》・！？ー：；々]*", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private final ToDoubleFunction<String> measure;
    private final double width;

    /** @param measure width of a text, in the unit of {@code width} */
    public LineBreaker(ToDoubleFunction<String> measure, double width) {
        this.measure = measure;
        this.width = width;
    }

    /** Returns at least one line. */
    public List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var unit : units(text)) {
            if (!line.isEmpty() && !fits(line + unit)) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                unit = unit.stripLeading();
            }
            line.append(unit);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private List<String> units(String text) {
        return UNIT.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(unit -> fits(unit)
                        ? List.of(unit).stream()
                        : CHARACTER.matcher(unit).results().map(MatchResult::group))
                .toList();
    }

    private boolean fits(String text) {
        return measure.applyAsDouble(text.stripTrailing()) <= width;
    }
}
