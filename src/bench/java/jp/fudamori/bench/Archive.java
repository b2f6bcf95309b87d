package jp.fudamori.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many applications that have been through everything, as copies of one that really has: every row of every table that
 * mentions it, with its own numbers, serial and institution. Mails and the audit trail are left out; no status query
 * reads them.
 */
final class Archive {

    private static final String COPY = """
            do $copy$
            #variable_conflict use_variable
            declare
                number text := '%1$s';
                first integer := %2$d;
                last integer := %3$d;
                code text;
                serial text;
                reference text;
                letter text;
                tracking text;
                tab text;
            begin
                set local session_replication_role = replica;
                select a.institution_code into strict code from certificate_application a where a.application_number = number;
                select to_jsonb(c) ->> 'serial' into strict serial from certificate c
                 where to_jsonb(c)::text like '%%"' || number || '%%' limit 1;
                select to_jsonb(d) ->> 'reference_id' into strict reference from certificate_download d
                 where to_jsonb(d)::text like '%%"' || number || '%%' limit 1;
                select l.letter_number, p.tracking_number into strict letter, tracking
                  from fudamori.letter l
                  join letter_posting p on p.letter_number = l.letter_number
                 where l.application_number = number;
                for tab in
                    select tablename from pg_tables
                     where schemaname = 'fudamori'
                       and tablename !~ '^(audit_.*|mail.*|application_draft|institution|account|flyway.*)$'
                loop
                    begin
                    execute format($sql$
                        insert into fudamori.%%1$I overriding system value
                        select copy.*
                          from fudamori.%%1$I original
                          cross join generate_series($1, $2) i
                          cross join lateral (select n.code from institution n
                                               order by n.code offset i %%%% 300 limit 1) clinic
                          cross join lateral jsonb_populate_record(null::fudamori.%%1$I,
                               replace(replace(replace(replace(replace(replace(to_jsonb(original)::text,
                                   $3, to_char(date '2020-01-01' + i / 100, 'YYYYMMDD-') || lpad((i %%%% 100)::text, 5, '0')),
                                   $4, clinic.code),
                                   $5, md5(i::text)),
                                   $6, 'B' || translate(lpad(i::text, 12, '0'), '01', 'AB')),
                                   $7, '2020-' || lpad(i::text, 9, '0')),
                                   $8, substr(lpad(i::text, 10, '0'), 1, 3) || '-' || substr(lpad(i::text, 10, '0'), 4, 2)
                                       || '-' || substr(lpad(i::text, 10, '0'), 6, 5) || '-' || (i %%%% 7))::jsonb
                               || case when to_jsonb(original) ? 'sequence'
                                       then jsonb_build_object('sequence', 1000 + i) else '{}'::jsonb end) copy
                         where to_jsonb(original)::text like '%%%%"' || $3 || '%%%%'
                            or to_jsonb(original)::text like '%%%%"' || $5 || '"%%%%'
                        $sql$, tab)
                    using first, last, number, code, serial, reference, letter, tracking;
                    exception when unique_violation then null; -- rows with a running number: nobody asks for them here
                    end;
                end loop;
            end
            $copy$
            """;

    private final JdbcClient jdbc;
    private final String original;

    /** @param original number of an application whose letter was delivered */
    Archive(JdbcClient jdbc, String original) {
        this.jdbc = jdbc;
        this.original = original;
    }

    /** Adds copies until so many applications are stored. */
    void fill(int applications) {
        var stored = numbers().size();
        if (stored < applications) {
            var copies = jdbc.sql("select count(*) from certificate_application where application_number < '2021'")
                    .query(Integer.class)
                    .single();
            jdbc.sql(COPY.formatted(original, copies + 1, copies + applications - stored))
                    .update();
        }
        jdbc.sql("vacuum analyze").update();
    }

    List<String> numbers() {
        return jdbc.sql("select application_number from certificate_application")
                .query(String.class)
                .list();
    }
}
