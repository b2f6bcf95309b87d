package jp.fudamori.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run: a table for people, JSON for programs. */
final class Report {

    private static final double NO_TARGET = Double.NaN;

    private final PrintStream out;
    private final List<Map<String, Object>> figures = new ArrayList<>();
    private final Map<String, Object> details = new LinkedHashMap<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    void figure(String name, double value, String unit) {
        add(name, value, unit, NO_TARGET);
    }

    /** @param most what the value must not exceed */
    void figure(String name, double value, String unit, double most) {
        add(name, value, unit, most);
    }

    /** For the file only. */
    void detail(String name, Object value) {
        details.put(name, value);
    }

    private void add(String name, double value, String unit, double most) {
        var figure = new LinkedHashMap<String, Object>();
        figure.put("name", name);
        figure.put("value", Math.round(value * 1000) / 1000.0);
        figure.put("unit", unit);
        var verdict = "";
        if (!Double.isNaN(most)) {
            figure.put("most", most);
            figure.put("reached", value <= most);
            verdict = "%s (at most %s)".formatted(value <= most ? "reached" : "MISSED", plain(most));
        }
        figures.add(figure);
        out.printf("  %-62s %10s %-6s %s%n", name, plain(value), unit, verdict);
        out.flush();
    }

    private static String plain(double value) {
        return (value >= 100 || value == Math.rint(value) ? "%,.0f" : value >= 10 ? "%,.1f" : "%,.2f").formatted(value);
    }

    void write(Path file) {
        var all = new LinkedHashMap<String, Object>(details);
        all.put("figures", figures);
        try {
            Files.writeString(
                    file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
