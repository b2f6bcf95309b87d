package jp.fudamori.bench;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what a program and its database have used so far.
 *
 * @param program process id of the program
 * @param postmaster process id of PostgreSQL
 * @param jdbc the database whose rows are counted; the log is that of the whole server
 */
record Meter(long program, long postmaster, JdbcClient jdbc) {

    /** Sessions hand in their counts of rows when they have been idle for a second. */
    private static final int STATISTICS_MILLIS = 2_500;

    /**
     * @param programMillis processor time, without that of the compiler
     * @param compilerMillis processor time of the compiler in the JVM
     * @param databaseMillis processor time of all processes of PostgreSQL
     * @param logBytes write-ahead log
     * @param logImages whole pages in it
     * @param rows inserted, updated and deleted, by table
     */
    record Reading(
            long nanos,
            long programMillis,
            long compilerMillis,
            long databaseMillis,
            long logBytes,
            long logImages,
            Map<String, Long> rows) {

        Reading minus(Reading earlier) {
            var written = new TreeMap<String, Long>();
            rows.forEach((table, count) -> written.put(table, count - earlier.rows.getOrDefault(table, 0L)));
            written.values().removeIf(count -> count == 0);
            return new Reading(
                    nanos - earlier.nanos,
                    programMillis - earlier.programMillis,
                    compilerMillis - earlier.compilerMillis,
                    databaseMillis - earlier.databaseMillis,
                    logBytes - earlier.logBytes,
                    logImages - earlier.logImages,
                    written);
        }

        Reading with(Map<String, Long> written) {
            return new Reading(nanos, programMillis, compilerMillis, databaseMillis, logBytes, logImages, written);
        }

        double seconds() {
            return nanos / 1e9;
        }

        long allRows() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    Reading begin() {
        Waiting.millis(STATISTICS_MILLIS);
        var rows = rows();
        return now().with(rows);
    }

    /** What was used since the beginning. */
    Reading since(Reading begin) {
        var end = now();
        Waiting.millis(STATISTICS_MILLIS);
        return end.with(rows()).minus(begin);
    }

    private Reading now() {
        var compilers = ProcessorTime.ofCompilers(program);
        return new Reading(
                System.nanoTime(),
                ProcessorTime.of(program) - compilers,
                compilers,
                ProcessorTime.ofFamily(postmaster),
                number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"),
                number("select wal_fpi from pg_stat_wal"),
                Map.of());
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        jdbc.sql("select relname, n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables")
                .query(row -> {
                    rows.put(row.getString("relname"), row.getLong("written"));
                });
        return rows;
    }
}
