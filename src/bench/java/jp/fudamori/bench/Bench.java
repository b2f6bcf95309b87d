package jp.fudamori.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import jp.fudamori.bench.Bare.Order;
import jp.fudamori.bench.Meter.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures the whole and its parts in one run, one after another, and says how they compare. */
final class Bench {

    private static final Path FOLDER = Path.of("target", "bench");

    private final Scale scale;
    private final Report report = new Report(System.out);
    private final Database database;
    private final JdbcClient jdbc;
    private final Office office;
    private final Staff staff;
    private final Whole whole;
    private final Issues issues;

    private Bench(Scale scale, Database database) {
        this.scale = scale;
        this.database = database;
        var url = database.create("fudamori");
        this.office = Office.open(FOLDER, url, scale.keyPool());
        this.jdbc = Database.connect(url);
        this.staff = Staff.hire(office);
        this.whole = new Whole(staff, jdbc);
        this.issues = new Issues(jdbc);
    }

    public static void main(String[] arguments) {
        Logs.quiet();
        try {
            measure(Scale.of(arguments));
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1); // other threads would keep us alive
        }
    }

    private static void measure(Scale scale) throws IOException {
        try (var database = Database.start(FOLDER.resolve("postgres"))) {
            var bench = new Bench(scale, database);
            try (var office = bench.office) {
                bench.run();
            }
            bench.report.write(FOLDER.resolve("result.json"));
        }
    }

    private void run() throws IOException {
        report.detail("at", Instant.now().toString());
        report.detail("machine", Machine.describe(jdbc));
        report.detail("scale", scale);
        var documents = warmUp();
        var used = measureWhole();
        var bare = measureBare();
        compare(used, bare, documents);
        issue();
        var finished = end();
        queryStatus(finished);
        new Signing(report, database, scale).run();
        var revoking = new Revoking(report, database);
        revoking.ask(office.webPort(), jdbc, scale.jmh() ? 20_000 : 3_000);
        revoking.makeLists();
        if (scale.jmh()) {
            SmallParts.measure(report, FOLDER.resolve("jmh.log"));
        }
        report.figure("heap in use after all of it, of 512 MB", office.heapInUse() / 1048576.0, "MB");
    }

    /** Returns the bytes of documents for an application. */
    private double warmUp() {
        whole.awaitKeys(scale.keyPool());
        Clients.run(client -> whole.approve(client, whole.submit(client)));
        whole.awaitJobs();
        var sizes = Documents.meanBytes(jdbc);
        report.detail("documentBytes", sizes);
        whole.run(scale.warmUp());
        whole.postAll();
        return sizes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Reading measureWhole() {
        whole.awaitKeys(scale.keyPool());
        whole.awaitJobs();
        office.takeMails();
        var mark = issues.mark();
        var meter = new Meter(office.pid(), database.postmaster(), jdbc);
        var begin = meter.begin();
        whole.run(scale.applications());
        whole.awaitKeys(scale.keyPool());
        whole.awaitJobs();
        var used = meter.since(begin);
        showWhole(used);
        report.figure("mails for each", office.takeMails() / (double) scale.applications(), "mails");
        report.figure(
                "approval to signed certificate, p99, key prepared or not",
                issues.untilDone("certificate-issued", mark).percentile(0.99),
                "ms");
        return used;
    }

    private void showWhole(Reading used) {
        report.chapter("The whole: %d applications from the first click to the posted letter, %d clients"
                .formatted(scale.applications(), Clients.COUNT));
        report.figure("applications, until their keys are replaced", scale.applications() / used.seconds(), "/s");
        report.figure("processor time of the server, warm", each(used.programMillis()), "ms");
        report.figure("its JVM still compiling", each(used.compilerMillis()), "ms");
        report.figure("processor time of PostgreSQL", each(used.databaseMillis()), "ms");
        report.figure("write-ahead log", each(used.logBytes()) / 1000, "kB");
        report.figure("rows written", each(used.allRows()), "rows");
        report.figure("rows written by the engine", each(rowsOfEngine(used)), "rows");
        report.detail("rowsByTable", perApplication(used.rows()));
        report.detail("whole", used);
    }

    private double each(long all) {
        return all / (double) scale.applications();
    }

    private static long rowsOfEngine(Reading used) {
        return used.rows().entrySet().stream()
                .filter(table -> table.getKey().startsWith("act_"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Double> perApplication(Map<String, Long> rows) {
        var mean = new LinkedHashMap<String, Double>();
        rows.forEach((table, count) -> mean.put(table, Math.round(each(count) * 100) / 100.0));
        return mean;
    }

    private Bare.Result measureBare() throws IOException {
        var recording = Recording.of(whole, jdbc);
        var recordingFile = FOLDER.resolve("recording.json");
        Files.writeString(recordingFile, Json.write(recording));
        var order = new Order(recordingFile.toString(), database.create("bare"), database.postmaster(), scale);
        var orderFile = FOLDER.resolve("order.json");
        var resultFile = FOLDER.resolve("bare.json");
        Files.writeString(orderFile, Json.write(order));
        Programs.java(FOLDER.resolve("bare.log"), Bare.class, orderFile.toString(), resultFile.toString());
        return Json.read(Files.readString(resultFile), Bare.Result.class);
    }

    private void compare(Reading used, Bare.Result bare, double documents) {
        report.chapter(
                "Its parts alone: the same models and variables on the same PostgreSQL; keys, signatures, files");
        var engine = bare.engine();
        report.figure("engine: applications", scale.applications() / engine.seconds(), "/s");
        report.figure("engine: processor time of the program, warm", each(engine.programMillis()), "ms");
        report.figure("engine: its JVM still compiling", each(engine.compilerMillis()), "ms");
        report.figure("engine: processor time of PostgreSQL", each(engine.databaseMillis()), "ms");
        report.figure("engine: write-ahead log", each(engine.logBytes()) / 1000, "kB");
        report.figure("engine: rows written", each(engine.allRows()), "rows");
        bare.parts().forEach((name, part) -> {
            report.figure(name + ": processor time", part.millis(), "ms");
            report.figure(name + ": all processors", part.perSecond(), "/s");
        });
        report.figure("documents stored", documents / 1000, "kB");
        report.detail("bare", bare);
        var wholeMillis = each(used.programMillis() + used.databaseMillis());
        var partsMillis = each(engine.programMillis() + engine.databaseMillis())
                + bare.parts().values().stream().mapToDouble(Part::millis).sum();
        report.chapter("The whole against its parts");
        report.figure("processor time, whole", wholeMillis, "ms");
        report.figure("processor time, sum of the parts", partsMillis, "ms");
        report.figure("processor time, ratio", wholeMillis / partsMillis, "", 1.5);
        report.figure("write-ahead log, ratio", each(used.logBytes()) / (each(engine.logBytes()) + documents), "", 1.5);
    }

    private void issue() {
        var instances = new ConcurrentLinkedQueue<String>();
        var left = new AtomicInteger(scale.issued() + scale.alone());
        Clients.run(client -> {
            while (left.getAndDecrement() > 0) {
                instances.add(whole.submit(client));
            }
        });
        whole.awaitKeys(scale.keyPool());
        whole.awaitJobs();
        var mark = issues.mark();
        issue(Clients.COUNT, instances, scale.issued(), mark);
        report.chapter(
                "Issuing: %d approvals by %d reviewers, every key prepared".formatted(scale.issued(), Clients.COUNT));
        showIssues(mark, OptionalDouble.of(200));
        report.figure("certificates issued", scale.issued() / issues.seconds(mark), "/s");
        var markAlone = issues.mark();
        issue(1, instances, scale.alone(), markAlone);
        report.chapter("Issuing: %d approvals by one reviewer, who waits for each".formatted(scale.alone()));
        showIssues(markAlone, OptionalDouble.empty());
    }

    /** Approves so many; each reviewer has one certificate on its way at a time. */
    private void issue(int reviewers, Queue<String> instances, int count, long mark) {
        var approved = new AtomicInteger();
        Clients.run(reviewers, client -> {
            while (approved.getAndIncrement() < count) {
                whole.approve(client, instances.remove());
                while (issues.recentCount("certificate-issued", mark) + reviewers <= approved.get()) {
                    Waiting.millis(2);
                }
            }
        });
        whole.awaitJobs();
    }

    private void showIssues(long mark, OptionalDouble wanted) {
        var issued = issues.untilDone("certificate-issued", mark);
        report.figure(
                "approval to vetted certificate, p50",
                issues.untilDone("certificate-vetted", mark).percentile(0.5),
                "ms");
        report.figure("approval to signed certificate, p50", issued.percentile(0.5), "ms");
        var p99 = issued.percentile(0.99);
        wanted.ifPresentOrElse(
                limit -> report.figure("approval to signed certificate, p99", p99, "ms", limit),
                () -> report.figure("approval to signed certificate, p99", p99, "ms"));
        report.figure(
                "approval to printed letter, p99",
                issues.untilDone("letter-printed", mark).percentile(0.99),
                "ms");
    }

    /** Brings everything to its end and returns the number of an application. */
    private String end() {
        whole.postAll();
        whole.deliver();
        whole.awaitJobs();
        report.chapter("What the engine keeps of applications that have ended");
        var ended = whole.number("select count(*) from act_hi_procinst"
                + " where proc_def_key_ = 'certificate-application' and end_time_ is not null");
        var rows = whole.number("""
                select (select count(*) from act_ru_execution) + (select count(*) from act_ru_task)
                     + (select count(*) from act_ru_variable) + (select count(*) from act_ru_identitylink where task_id_ is not null)
                     + (select count(*) from act_ru_event_subscr where execution_id_ is not null) + (select count(*) from act_ru_incident)
                     + (select count(*) from act_ru_job where process_instance_id_ is not null)
                """);
        report.figure("applications ended", ended, "");
        report.figure("runtime rows left", rows, "rows", 0);
        return jdbc.sql("select max(business_key_) from act_hi_procinst where proc_def_key_ = 'notice-delivery'")
                .query(String.class)
                .single();
    }

    private void queryStatus(String finished) {
        var archive = new Archive(jdbc, finished);
        var queries = new StatusQueries(staff);
        archive.fill(scale.fewStored());
        queries.run(scale.queries(), archive.numbers());
        var few = queries.run(scale.queries(), archive.numbers());
        archive.fill(scale.manyStored());
        var many = archive.numbers();
        queries.run(scale.queries() / 2, many);
        var result = queries.run(scale.queries(), many);
        report.chapter("Status queries by %d clients".formatted(Clients.COUNT));
        report.figure(
                "p99 with %,d applications stored".formatted(scale.fewStored()),
                few.durations().percentile(0.99),
                "ms",
                20);
        report.figure(
                "p99 with %,d applications stored".formatted(many.size()),
                result.durations().percentile(0.99),
                "ms",
                20);
        report.figure(
                "p99, ratio",
                result.durations().percentile(0.99) / few.durations().percentile(0.99),
                "",
                1.5);
        report.figure(
                "p50 with %,d applications stored".formatted(many.size()),
                result.durations().percentile(0.5),
                "ms");
        report.figure("status queries", result.perSecond(), "/s");
    }
}
