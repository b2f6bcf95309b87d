package jp.fudamori;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.fudamori.application.ApplicationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks what must hold in the whole database after every commit, and more where nothing is left to be done. The rules
 * stand as SQL in {@code src/test/resources/invariants}, one file a {@link Part}; needs no more than a connection,
 * hence works from outside the server too.
 */
public final class InvariantChecker {

    private static final Pattern RULE = Pattern.compile("^-- @ ([a-z-]+)\n(.*?);$", Pattern.MULTILINE | Pattern.DOTALL);

    private final JdbcClient jdbc;
    private final String rules;

    private InvariantChecker(JdbcClient jdbc, Set<Part> parts) {
        this.jdbc = jdbc;
        this.rules = parts.stream()
                .flatMap(part -> invariants(part).stream())
                .map(Invariant::select)
                .collect(Collectors.joining("\nunion all\n"));
    }

    /** What rules are about. */
    public enum Part {
        APPLICATION,
        CERTIFICATE,
        FEE,
        LETTER,
        SECRET,
        AUDIT,
        /** The engine's tables against ours. */
        PROCESS,
        /** Every turn was told, and every mail is on its way. */
        MAIL,
        /** Holds only when no job is left to run. */
        SETTLED
    }

    /**
     * One rule.
     *
     * @param sql returns {@code application_number}, null where it concerns none, and {@code violation}, a sentence
     */
    public record Invariant(String name, String sql) {

        private String select() {
            return "select application_number, '%s: ' || violation as violation from (%s) %s"
                    .formatted(name, sql, name.replace('-', '_'));
        }
    }

    /** Checks every part but {@link Part#SETTLED}. */
    public static InvariantChecker of(DataSource database) {
        return new InvariantChecker(JdbcClient.create(database), EnumSet.complementOf(EnumSet.of(Part.SETTLED)));
    }

    /** Checks also that nothing is owed any more: call it when all jobs have run, or have become incidents. */
    public InvariantChecker settled() {
        return new InvariantChecker(jdbc, EnumSet.allOf(Part.class));
    }

    /** Checks the domain's tables alone, for tests that run services without their processes. */
    public InvariantChecker withoutProcesses() {
        return new InvariantChecker(jdbc, EnumSet.range(Part.APPLICATION, Part.AUDIT));
    }

    /**
     * Returns what is wrong, a sentence each with the rule before it and the number concerned in it; empty if all is
     * well.
     */
    public List<String> violations() {
        return jdbc.sql(selects("true")).query(String.class).list();
    }

    /** As {@link #violations()}, of some applications alone. */
    public List<String> violations(Set<ApplicationNumber> applications) {
        return jdbc.sql(selects("application_number = any (?)"))
                .param(applications.stream().map(ApplicationNumber::value).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The rules of a part, in the order of the file. */
    public static List<Invariant> invariants(Part part) {
        return RULE.matcher(text(part))
                .results()
                .map(rule -> new Invariant(rule.group(1), rule.group(2)))
                .toList();
    }

    private String selects(String condition) {
        return "select violation from (" + rules + ") checked where " + condition + " order by violation";
    }

    private static String text(Part part) {
        var file = "/invariants/" + part.name().toLowerCase(Locale.ROOT) + ".sql";
        try (var sql = Objects.requireNonNull(InvariantChecker.class.getResourceAsStream(file), file)) {
            return new String(sql.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
