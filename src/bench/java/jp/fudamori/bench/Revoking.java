package jp.fudamori.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.fudamori.OpenSsl;
import jp.fudamori.ca.ListMaking;
import jp.fudamori.ca.OcspQuestions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OCSP beside {@code openssl ocsp}, and revocation lists beside Bouncy Castle: same machine, same run. */
final class Revoking {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int CERTIFICATES = 1_000;
    private static final List<Integer> ENTRIES = List.of(10_000, 100_000, 500_000);
    private static final double MOST_TIMES_BOUNCY_CASTLE = 1.5;

    /** Ours are to be 1.2 times theirs. */
    private static final double MOST_OF_OURS = 1 / 1.2;

    private final Report report;
    private final Database database;

    Revoking(Report report, Database database) {
        this.report = report;
        this.database = database;
    }

    /** This chapter alone; with {@code lists} only its second half. */
    public static void main(String[] arguments) {
        Logs.quiet();
        var report = new Report(System.out);
        try (var database = Database.start(FOLDER.resolve("postgres"))) {
            var revoking = new Revoking(report, database);
            var parts = List.of(arguments);
            if (!parts.contains("lists")) {
                var url = database.create("fudamori");
                try (var office = Office.open(FOLDER, url, 0)) {
                    revoking.ask(office.webPort(), Database.connect(url), parts.contains("quick") ? 3_000 : 20_000);
                }
            }
            revoking.makeLists();
            report.write(FOLDER.resolve("revoking.json"));
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private record Asked(Durations durations, double perSecond) {}

    /** @param questions asked of each, after as many that do not count */
    void ask(int port, JdbcClient jdbc, int questions) throws IOException {
        var serials = new Random(7);
        var numbers = IntStream.range(0, CERTIFICATES)
                .mapToObj(i -> new BigInteger(127, serials).setBit(126))
                .toList();
        issue(jdbc, numbers);
        var issuer = issuer(port);
        var plain = numbers.stream()
                .map(number -> OcspQuestions.about(issuer, number))
                .toList();
        var withNonce = numbers.stream()
                .map(number -> OcspQuestions.about(
                        OcspQuestions.SHA_1, issuer, List.of(number), Optional.of(number.toByteArray())))
                .toList();
        report.chapter("OCSP by %d clients about %,d certificates, signer RSA-2048, %,d questions"
                .formatted(Clients.COUNT, CERTIFICATES, questions));
        var theirs = openSsl(issuer, numbers, plain, questions);
        var ours = measure(port, "/pki/ocsp", false, plain, questions);
        var kept = measure(port, "/pki/ocsp", true, plain, questions);
        var signed = measure(port, "/pki/ocsp", true, withNonce, questions / 2);
        report.figure("openssl ocsp: answers, a connection each", theirs.perSecond(), "/s");
        report.figure("openssl ocsp: p99", theirs.durations().percentile(0.99), "ms");
        report.figure("Fudamori: answers, a connection each", ours.perSecond(), "/s");
        report.figure("Fudamori: p99, a connection each", ours.durations().percentile(0.99), "ms", 10);
        report.figure("openssl's answers for one of ours", theirs.perSecond() / ours.perSecond(), "", MOST_OF_OURS);
        report.figure("Fudamori: answers, connections kept", kept.perSecond(), "/s");
        report.figure("Fudamori: p99, connections kept", kept.durations().percentile(0.99), "ms", 10);
        report.figure("Fudamori: answers with nonce, each signed, connections kept", signed.perSecond(), "/s");
        report.figure("Fudamori: p99 with nonce", signed.durations().percentile(0.99), "ms");
    }

    private static void issue(JdbcClient jdbc, List<BigInteger> numbers) {
        for (var number : numbers) {
            jdbc.sql("""
                    insert into fudamori.ca_issuance
                           (serial, issuer, profile, tbs, tbs_seal, vetted_at, certificate, signed_at)
                    values (:serial, 'issuing-g1', 'client', '', '', now(), '', now())
                    """).param("serial", "%032x".formatted(number)).update();
        }
    }

    private static X509Certificate issuer(int port) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pki/ca/issuing-g1.cer"))
                .build();
        try (var der = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body()) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Asked openSsl(X509Certificate issuer, List<BigInteger> numbers, List<byte[]> questions, int count)
            throws IOException {
        var folder = Files.createTempDirectory("ocsp");
        Files.write(folder.resolve("issuing.pem"), pem(issuer));
        Files.writeString(
                folder.resolve("index.txt"),
                numbers.stream()
                        .map(number -> "V\t390101000000Z\t\t%s\tunknown\t/CN=%s%n"
                                .formatted(HexFormat.of().withUpperCase().formatHex(number.toByteArray()), number))
                        .reduce("", String::concat));
        run(folder, "req -x509 -newkey rsa:2048 -nodes -subj /CN=ocsp -days 9 -keyout signer.key -out signer.pem");
        var port = freePort();
        var process = start(
                folder,
                "ocsp -index index.txt -CA issuing.pem -rsigner signer.pem -rkey signer.key -ndays 1 -ignore_err"
                        + " -port " + port);
        try {
            awaitReady(folder, process);
            return measure(port, "/", false, questions, count);
        } finally {
            process.destroy();
        }
    }

    private static byte[] pem(X509Certificate certificate) {
        try {
            return OpenSsl.pem("CERTIFICATE", certificate.getEncoded()).getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(Path folder, String command) throws IOException {
        var words = new ArrayList<>(List.of("openssl"));
        words.addAll(List.of(command.split(" ")));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
    }

    private static void run(Path folder, String command) throws IOException {
        try {
            if (start(folder, command).waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("openssl.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Asks its log, because a connection without a question keeps openssl busy for ever. */
    private static void awaitReady(Path folder, Process process) throws IOException {
        for (int tries = 0; tries < 200 && process.isAlive(); tries++) {
            if (Files.readString(folder.resolve("openssl.log")).contains("waiting for OCSP client connections")) {
                return;
            }
            Waiting.millis(50);
        }
        throw new IllegalStateException("openssl ocsp does not answer");
    }

    private static Asked measure(int port, String path, boolean keep, List<byte[]> questions, int count) {
        ask(port, path, keep, questions, count);
        return ask(port, path, keep, questions, count);
    }

    private static Asked ask(int port, String path, boolean keep, List<byte[]> questions, int count) {
        var left = new AtomicInteger(count);
        var millis = new ConcurrentLinkedQueue<Double>();
        var begin = System.nanoTime();
        Clients.run(number -> {
            try (var client = new OcspClient(port, path, keep)) {
                for (int next = left.getAndDecrement(); next > 0; next = left.getAndDecrement()) {
                    var asked = System.nanoTime();
                    client.ask(questions.get(next % questions.size()));
                    millis.add((System.nanoTime() - asked) / 1e6);
                }
            }
        });
        return new Asked(Durations.ofMillis(millis), count / ((System.nanoTime() - begin) / 1e9));
    }

    void makeLists() throws IOException {
        for (int entries : ENTRIES) {
            var url = database.create("lists_" + entries);
            ListMaking.fill(url, entries);
            var bouncyCastle = run("bouncy-castle", entries, url);
            var ours = run("ours", entries, url);
            var oneMore = run("one-more", entries, url);
            report.chapter("Revocation lists of %,d entries, issuer RSA-3072".formatted(entries));
            report.figure("Bouncy Castle alone: one list in memory", bouncyCastle.millis(), "ms");
            report.figure("Bouncy Castle alone: heap at its peak", megabytes(bouncyCastle), "MB");
            report.figure("Fudamori: list of all and 64 shards, from the database, stored", ours.millis(), "ms");
            report.figure("Fudamori: heap at its peak", megabytes(ours), "MB");
            report.figure("Fudamori: after one more revocation", oneMore.millis(), "ms");
            var times = ours.millis() / bouncyCastle.millis();
            if (entries == 100_000) {
                report.figure("time, ours to Bouncy Castle's", times, "", MOST_TIMES_BOUNCY_CASTLE);
            } else {
                report.figure("time, ours to Bouncy Castle's", times, "");
            }
        }
    }

    private static double megabytes(ListRun.Result result) {
        return result.heap() / 1048576.0;
    }

    private static ListRun.Result run(String who, int entries, String url) throws IOException {
        var order = FOLDER.resolve("lists-order.json");
        var result = FOLDER.resolve("lists-result.json");
        Files.writeString(order, Json.write(new ListRun.Order(who, entries, url)));
        var log = FOLDER.resolve("lists-%s-%d.log".formatted(who, entries).toLowerCase(Locale.ROOT));
        Programs.java(log, List.of(ListRun.MACHINE), ListRun.class, order.toString(), result.toString());
        return Json.read(Files.readString(result), ListRun.Result.class);
    }
}
