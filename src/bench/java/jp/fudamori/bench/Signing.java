package jp.fudamori.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import jp.fudamori.OpenSsl;
import jp.fudamori.TestAuthority;
import jp.fudamori.bench.Meter.Reading;
import jp.fudamori.ca.KeyAlgorithm;
import jp.fudamori.ca.Requests;
import jp.fudamori.ca.SigningAuthority;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issuance for keys that are sent in as PKCS#10, beside cfssl: same machine, same PostgreSQL, same kinds of keys. */
final class Signing {

    private static final double MOST_MILLIS = 2.5;
    private static final Path FOLDER = Path.of("target", "bench");

    private final Report report;
    private final Database database;
    private final int warmUp;
    private final int measured;

    Signing(Report report, Database database, Scale scale) {
        this.report = report;
        this.database = database;
        this.measured = scale.signatures();
        this.warmUp = scale.signatures() * 2;
    }

    /** This chapter alone. */
    public static void main(String[] arguments) {
        Logs.quiet();
        var report = new Report(System.out);
        try (var database = Database.start(FOLDER.resolve("postgres"))) {
            new Signing(report, database, Scale.of(arguments)).run();
            report.write(FOLDER.resolve("signing.json"));
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    void run() throws IOException {
        for (var algorithm : List.of(KeyAlgorithm.EC_P256, KeyAlgorithm.RSA_2048)) {
            var keystore = SigningAuthority.keystore(algorithm, Clock.systemUTC());
            report.chapter("Issuance by API with a key sent in: %,d EC_P256 keys under an authority with %s, %d clients"
                    .formatted(measured, algorithm, Clients.COUNT));
            measureOurs(algorithm, keystore);
            if (Cfssl.isInstalled()) {
                measureCfssl(algorithm, keystore);
            } else {
                report.chapter("  cfssl is not installed (Debian: golang-cfssl); nothing to compare with");
            }
        }
    }

    private void measureOurs(KeyAlgorithm algorithm, Path keystore) throws IOException {
        var url = database.create("signing_" + algorithm.name().toLowerCase(java.util.Locale.ROOT));
        var portFile = FOLDER.resolve("signing.port");
        Files.deleteIfExists(portFile);
        var process = Programs.start(
                FOLDER.resolve("signing.log"), SigningServer.class, keystore.toString(), url, portFile.toString());
        try {
            while (!Files.exists(portFile)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("see " + FOLDER.resolve("signing.log"));
                }
                Waiting.millis(50);
            }
            var address = URI.create("http://127.0.0.1:" + Files.readString(portFile) + "/sign");
            measure("Fudamori", address, process.pid(), Database.connect(url), request -> request, true);
        } finally {
            process.destroy();
        }
    }

    private void measureCfssl(KeyAlgorithm algorithm, Path keystore) throws IOException {
        var url = database.create("cfssl_" + algorithm.name().toLowerCase(java.util.Locale.ROOT));
        try (var cfssl = Cfssl.start(FOLDER.resolve("cfssl"), open(keystore), url)) {
            measure("cfssl", cfssl.address(), cfssl.pid(), Database.connect(url), Signing::asCfsslWants, false);
        }
    }

    private static KeyStore open(Path keystore) throws IOException {
        try (var in = Files.newInputStream(keystore)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, TestAuthority.PASSWORD.toCharArray());
            return store;
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] asCfsslWants(byte[] request) {
        return Json.write(Map.of("certificate_request", OpenSsl.pem("CERTIFICATE REQUEST", request)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void measure(
            String who, URI address, long pid, JdbcClient jdbc, Function<byte[], byte[]> body, boolean hasTarget) {
        send(address, bodies(warmUp, body));
        var bodies = bodies(measured, body);
        var meter = new Meter(pid, database.postmaster(), jdbc);
        var begin = meter.begin();
        send(address, bodies);
        var used = meter.since(begin);
        show(who, used, hasTarget);
    }

    private void show(String who, Reading used, boolean hasTarget) {
        var millis = used.programMillis() / (double) measured;
        report.figure(who + ": certificates", measured / used.seconds(), "/s");
        if (hasTarget) {
            report.figure(who + ": processor time of the server", millis, "ms", MOST_MILLIS);
        } else {
            report.figure(who + ": processor time of the server", millis, "ms");
        }
        report.figure(who + ": its JVM still compiling", used.compilerMillis() / (double) measured, "ms");
        report.figure(who + ": processor time of PostgreSQL", used.databaseMillis() / (double) measured, "ms");
        report.figure(who + ": write-ahead log", used.logBytes() / (double) measured / 1000, "kB");
        report.figure(who + ": rows written", used.allRows() / (double) measured, "rows");
    }

    private static Queue<byte[]> bodies(int count, Function<byte[], byte[]> body) {
        var requests = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            requests.add(body.apply(Requests.of(KeyAlgorithm.EC_P256.generate())));
        }
        return new ArrayBlockingQueue<>(count, false, requests);
    }

    private static void send(URI address, Queue<byte[]> bodies) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Clients.run(client -> {
            for (var body = bodies.poll(); body != null; body = bodies.poll()) {
                var request = HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
                var answer = http.send(request, BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200 || answer.body().length < 300) {
                    throw new IllegalStateException(
                            answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
                }
            }
        });
    }
}
