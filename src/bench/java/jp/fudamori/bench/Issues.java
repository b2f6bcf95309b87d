package jp.fudamori.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How long certificates took, from commit to commit as PostgreSQL remembers them: nobody had to look in between. */
final class Issues {

    private static final long LOOK_NANOS = 10_000_000;

    private final JdbcClient jdbc;
    private long lookedAt = System.nanoTime() - LOOK_NANOS;
    private long recent;

    Issues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the audit trail ends now. */
    long mark() {
        return jdbc.sql("select coalesce(max(entry_id), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    /** From the approval of each application to the last entry of that action, in milliseconds. */
    Durations untilDone(String action, long since) {
        return Durations.ofMillis(jdbc.sql("""
                select max(extract(epoch from pg_xact_commit_timestamp(done.xmin)
                                            - pg_xact_commit_timestamp(approved.xmin)) * 1000)
                  from audit_entry approved
                  join audit_entry done on left(done.subject, 14) = approved.subject
                 where approved.action = 'application-approved' and approved.entry_id > :since
                   and done.action = :action
                 group by approved.subject
                """)
                .param("since", since)
                .param("action", action)
                .query(Double.class)
                .list());
    }

    long count(String action, long since) {
        return jdbc.sql("select count(*) from audit_entry where action = :action and entry_id > :since")
                .param("action", action)
                .param("since", since)
                .query(Long.class)
                .single();
    }

    /** As {@link #count}, looked up a hundred times a second at most, however many ask: looking costs as well. */
    synchronized long recentCount(String action, long since) {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            recent = count(action, since);
            lookedAt = System.nanoTime();
        }
        return recent;
    }

    /** Seconds from the first approval to the last certificate. */
    double seconds(long since) {
        return jdbc.sql("""
                select extract(epoch from max(pg_xact_commit_timestamp(xmin)) filter (where action = 'certificate-issued')
                                        - min(pg_xact_commit_timestamp(xmin)) filter (where action = 'application-approved'))
                  from audit_entry
                 where entry_id > :since
                """).param("since", since).query(Double.class).single();
    }
}
