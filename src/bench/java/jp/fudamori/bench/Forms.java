package jp.fudamori.bench;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.fudamori.MovableClock;
import jp.fudamori.TrackingNumbers;

/** What people type, by the name of the task. An application of which somebody asks more ends the run. */
final class Forms {

    private static final AtomicInteger TERMINALS = new AtomicInteger();

    private static final Map<String, Supplier<Map<String, ?>>> FIELDS = Map.of(
            "confirmQualification", () -> Map.of("claimed", false),
            "consentToFee", () -> Map.of("consent", true),
            "enterApplication", () -> Map.of("contactName", "事務部 鈴木花子", "terminalNames", nextTerminal()),
            "confirmApplication", () -> Map.of("action", "submit"),
            "reviewApplication", () -> Map.of("decision", "approve"),
            "postLetter", () -> Map.of("trackingNumber", TrackingNumbers.next().toString(), "postedOn", today()),
            "recordDelivery", () -> Map.of("kind", "delivered", "day", today()));

    private Forms() {}

    static Map<String, ?> fieldsOf(String task) {
        var fields = FIELDS.get(task);
        if (fields == null) {
            throw new IllegalStateException("Forms does not say what to type into " + task);
        }
        return fields.get();
    }

    private static String nextTerminal() {
        return "受付PC%d号機".formatted(TERMINALS.incrementAndGet());
    }

    private static String today() {
        return LocalDate.now(MovableClock.TOKYO).toString();
    }
}
