package jp.fudamori.bench;

import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Synthetic certificates, three to an institution, as far as the renewal campaign reads them; with a fiftieth as many
 * codes that have ended.
 */
record ManyCertificates(JdbcClient jdbc, int stored) {

    private static final String FILL = """
            do $fill$
            begin
                set local session_replication_role = replica;
                create temporary table filled on commit drop as
                select to_char(date '2020-01-01' + i / 100000, 'YYYYMMDD-') || lpad((i %% 100000)::text, 5, '0') as number,
                       md5(i::text) as serial, '271' || lpad((i / 3)::text, 7, '0') as code, i
                  from generate_series(%1$d, %2$d) i;
                insert into fudamori.certificate_application (application_number, institution_code, applicant, contact_name,
                       submitted_at, promised_from, review_days, arrival_days, review_due, expected_arrival, state,
                       decided_by, decided_at, review_route, route_reason)
                select number, code, 'admin', '事務部', now(), current_date, 5, 5, current_date, current_date, 'approved',
                       'admin', now(), 'normal', '' from filled;
                insert into fudamori.application_line (application_number, line, terminal_name)
                select number, 1, '受付' from filled;
                insert into fudamori.certificate (application_number, line, serial, institution_code, sequence, not_before,
                       not_after)
                select number, 1, serial, code, i %% 3 + 1, now() - interval '1 year', %3$s from filled;
                insert into fudamori.certificate_download (application_number, line, reference_id, code_salt, code_hash,
                       download_until, downloads)
                select number, 1, translate(lpad(i::text, 12, '0'), '01', 'AB'), decode(repeat('00', 16), 'hex'),
                       decode(repeat('00', 32), 'hex'), current_date, 1 from filled;
            end
            $fill$
            """;

    /** Certificates that end after the window of renewal, spread over three years, and codes that ended. */
    void fill() {
        add(1, stored, "current_date + 100 + i % 1000 + time '23:59:59'");
        jdbc.sql("""
                do $ended$
                begin
                    set local session_replication_role = replica;
                    insert into fudamori.institution_ending (code, closed_on, recorded_at)
                    select '271' || lpad((i * 10)::text, 7, '0'), current_date - 1 - i %% 1000, now()
                      from generate_series(1, %1$d) i;
                    insert into fudamori.succession (code, state, doubts)
                    select code, 'ended', '{}' from fudamori.institution_ending;
                end
                $ended$
                """.formatted(stored / 50)).update();
        jdbc.sql("vacuum analyze").update();
    }

    /** More of them, which end in so many days and hence are due. */
    void due(int count, int days) {
        var first = count() + 1;
        add(first, first + count - 1, "current_date + %d + time '23:59:59'".formatted(days));
        jdbc.sql("analyze").update();
    }

    private int count() {
        return jdbc.sql("select count(*) from fudamori.certificate")
                .query(Integer.class)
                .single();
    }

    private void add(int first, int last, String notAfter) {
        jdbc.sql(FILL.formatted(first, last, notAfter)).update();
    }

    /** Lets the campaign of today begin, and waits until it has done its work. */
    void campaign() {
        jdbc.sql("update fudamori.renewal_campaign set day = null").update();
        var finished = "select count(*) from fudamori.renewal_campaign where finished and day is not null";
        for (int tries = 0; tries < 600; tries++) {
            if (jdbc.sql(finished).query(Integer.class).single() == 1) {
                return;
            }
            Waiting.millis(100);
        }
        throw new IllegalStateException("the campaign does not finish; see target/bench/logs");
    }

    /** From the end of one batch to that of the next, of those that end in so many days. */
    Durations batches(int days) {
        var ends = jdbc.sql("""
                select distinct extract(epoch from pg_xact_commit_timestamp(r.xmin)) * 1000 as at
                  from fudamori.renewal r
                  join fudamori.certificate c using (application_number, line)
                 where c.not_after::date = current_date + :days
                 order by at
                """).param("days", days).query(Double.class).list();
        return Durations.ofMillis(IntStream.range(1, ends.size())
                .mapToObj(i -> ends.get(i) - ends.get(i - 1))
                .toList());
    }
}
