package jp.fudamori.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a batch of the renewal campaign costs among few certificates and among many. */
final class Campaigning {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int FEW = 2_500;
    private static final int MANY = 250_000;
    private static final int DUE = 1_000;
    private static final int BATCH = 200;
    private static final double MOST_TIMES = 1.5;

    /** Nobody but the campaign works, and it begins a second after it may. */
    private static final List<String> SETTINGS = List.of(
            "--fudamori.renewal.campaign-cron=* * * * * *",
            "--fudamori.renewal.batch=" + BATCH,
            "--camunda.bpm.job-execution.enabled=false");

    private static final List<String> TABLES = List.of(
            "certificate",
            "certificate_download",
            "certificate_application",
            "application_line",
            "certificate_replacement");

    private final Report report;
    private final Database database;

    private Campaigning(Report report, Database database) {
        this.report = report;
        this.database = database;
    }

    public static void main(String[] arguments) {
        Logs.quiet();
        var report = new Report(System.out);
        try (var database = Database.start(FOLDER.resolve("postgres"))) {
            new Campaigning(report, database).run();
            report.write(FOLDER.resolve("campaign.json"));
            System.exit(0);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run() {
        var few = measure(FEW);
        var many = measure(MANY);
        report.chapter(
                "A batch of %d renewals among %,d certificates against one among %,d".formatted(BATCH, MANY, FEW));
        report.figure("processor time, ratio", many / few, "", MOST_TIMES);
    }

    /** @return milliseconds of processor time for each renewal, of the server and of PostgreSQL */
    private double measure(int stored) {
        var url = database.create("campaign_" + stored);
        try (var office = Office.open(FOLDER, url, 0, SETTINGS)) {
            var certificates = new ManyCertificates(Database.connect(url), stored);
            certificates.fill();
            certificates.due(DUE, 80);
            certificates.campaign();
            var heap = office.heapInUse();
            certificates.due(DUE, 40);
            var meter = new Meter(office.pid(), database.postmaster(), certificates.jdbc());
            var scanned = scanned(certificates.jdbc());
            var begin = meter.begin();
            certificates.campaign();
            var used = meter.since(begin);
            var scannedSince = scanned(certificates.jdbc());
            var batches = certificates.batches(40);
            report.chapter("Renewal campaign: %,d of %,d certificates become due, in batches of %d"
                    .formatted(DUE, stored + 2 * DUE, BATCH));
            report.figure("a batch, median", batches.percentile(0.5), "ms");
            report.figure("a batch, the slowest", batches.percentile(1), "ms");
            report.figure("processor time of the server for each", used.programMillis() / (double) DUE, "ms");
            report.figure("processor time of PostgreSQL for each", used.databaseMillis() / (double) DUE, "ms");
            report.figure("rows written for each", used.allRows() / (double) DUE, "rows");
            report.figure(
                    "heap in use after the run, more than before", megabytes(office.heapInUse() - heap), "MB", 20);
            showScans(stored, scanned, scannedSince);
            return (used.programMillis() + used.databaseMillis()) / (double) DUE;
        }
    }

    private static double megabytes(long bytes) {
        return Math.max(0, bytes) / 1048576.0;
    }

    /** Rows that were read without an index so far, by table. */
    private static TreeMap<String, Long> scanned(JdbcClient jdbc) {
        var rows = new TreeMap<String, Long>();
        jdbc.sql("select relname, seq_tup_read from pg_stat_user_tables where relname = any (?)")
                .param(TABLES.toArray(String[]::new))
                .query(row -> {
                    rows.put(row.getString("relname"), row.getLong("seq_tup_read"));
                });
        return rows;
    }

    /** Among few rows PostgreSQL may well leave an index alone. */
    private void showScans(int stored, TreeMap<String, Long> before, TreeMap<String, Long> after) {
        after.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
        var all = after.values().stream().mapToLong(Long::longValue).sum();
        if (stored == MANY) {
            report.figure("rows of certificates read without an index", all, "rows", 0);
        } else {
            report.figure("rows of certificates read without an index", all, "rows");
        }
        report.detail("scanned" + stored, after);
    }
}
