package jp.fudamori;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that the database holds about applications and processes, to be compared before and after something that must
 * change nothing. Left out is what every log-in changes, and the seals of the audit trail.
 */
public final class DatabaseContents {

    private DatabaseContents() {}

    /** Returns for each table its number of rows and a hash of them. */
    public static Map<String, String> of(JdbcClient jdbc) {
        return jdbc.sql("""
                select table_schema || '.' || table_name
                  from information_schema.tables
                 where table_type = 'BASE TABLE'
                   and (table_schema = 'fudamori'
                            and table_name not in ('account', 'audit_unsealed', 'audit_seal', 'attempt')
                            and table_name not like 'spring\\_session%'
                        or table_name like 'act\\_ru\\_%' and table_name <> 'act_ru_meter_log'
                        or table_name like 'act\\_hi\\_%')
                 order by 1
                """).query(String.class).list().stream()
                .collect(Collectors.toMap(table -> table, table -> rows(table, jdbc)));
    }

    /** Returns how often the audit trail holds an action about a subject. */
    public static int audited(String action, String subject, JdbcClient jdbc) {
        return jdbc.sql("select count(*) from fudamori.audit_entry where action = :action and subject = :subject")
                .param("action", action)
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    private static String rows(String table, JdbcClient jdbc) {
        return jdbc.sql("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                        + table + " t")
                .query(String.class)
                .single();
    }
}
