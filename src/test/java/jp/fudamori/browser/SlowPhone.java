package jp.fudamori.browser;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A phone of the cheapest kind at the edge of a network: a quarter of this machine's speed, 1.6 Mbit/s down, 150 ms to
 * the server. What it measures depends on the machine and is reported, not judged.
 */
final class SlowPhone {

    private static final int BYTES_DOWN = 1_600_000 / 8;
    private static final int BYTES_UP = 750_000 / 8;
    private static final int LATENCY = 150;
    private static final int SLOWER = 4;
    private static final Path REPORT = Path.of("target", "screens", "first-paint.txt");

    private static final String FIRST_PAINT = """
            () => new Promise(found => new PerformanceObserver(list => list.getEntries()
                .filter(entry => entry.name === 'first-contentful-paint')
                .forEach(entry => found(entry.startTime))).observe({ type: 'paint', buffered: true }))
            """;

    private final Window window;

    private SlowPhone(Window window) {
        this.window = window;
    }

    /** Slows this window down, from now on. */
    static SlowPhone of(Window window) {
        var tools = window.page().context().newCDPSession(window.page());
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY);
        network.addProperty("downloadThroughput", BYTES_DOWN);
        network.addProperty("uploadThroughput", BYTES_UP);
        var processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        tools.send("Network.enable");
        tools.send("Network.emulateNetworkConditions", network);
        tools.send("Emulation.setCPUThrottlingRate", processor);
        return new SlowPhone(window);
    }

    /** Opens a page and adds a line to the report; milliseconds from the click to the first text or picture. */
    int firstPaint(String path) {
        window.open(path);
        var paint = ((Number) window.page().evaluate(FIRST_PAINT)).intValue();
        report("%s %d ms%n".formatted(path, paint));
        return paint;
    }

    private static void report(String line) {
        try {
            Files.createDirectories(REPORT.getParent());
            Files.writeString(REPORT, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
