package jp.fudamori.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.fudamori.bench.Meter.Reading;
import jp.fudamori.ca.BareAuthority;
import jp.fudamori.notice.BareLetter;

/** Measures the parts alone, in a JVM with the options of the server's. */
final class Bare {

    /**
     * @param engine what the bare engine used for all applications, and its PostgreSQL
     * @param parts by name
     */
    record Result(Reading engine, int applications, Map<String, Part> parts) {}

    /**
     * @param recording file of a {@link Recording}
     * @param databaseUrl an empty database
     */
    record Order(String recording, String databaseUrl, long postmaster, Scale scale) {}

    private Bare() {}

    /** Takes the file of an {@link Order}, and the name of the file for the {@link Result}. */
    public static void main(String[] arguments) throws IOException {
        Logs.quiet();
        var order = Json.read(Files.readString(Path.of(arguments[0])), Order.class);
        var result = new Result(engine(order), order.scale().applications(), parts(order.scale()));
        Files.writeString(Path.of(arguments[1]), Json.write(result));
        System.exit(0);
    }

    private static Reading engine(Order order) throws IOException {
        var recording = Json.read(Files.readString(Path.of(order.recording())), Recording.class);
        var jdbc = Database.connect(order.databaseUrl());
        var meter = new Meter(ProcessHandle.current().pid(), order.postmaster(), jdbc);
        try (var engine = new BareEngine(recording, order.databaseUrl())) {
            engine.run(order.scale().warmUp());
            engine.awaitJobs();
            var begin = meter.begin();
            engine.run(order.scale().applications());
            engine.awaitJobs();
            return meter.since(begin);
        }
    }

    private static Map<String, Part> parts(Scale scale) {
        var authority = new BareAuthority();
        var letter = new BareLetter();
        var parts = new LinkedHashMap<String, Part>();
        parts.put("key", Part.measure(30, scale.keys(), authority::makeKey));
        parts.put("vet", Part.measure(3_000, 3_000, authority::vet));
        parts.put("sign", Part.measure(300, 1_000, authority::sign));
        parts.put("pkcs12", Part.measure(200, 500, authority::pack));
        parts.put("letter", Part.measure(300, 500, letter::print));
        return parts;
    }
}
