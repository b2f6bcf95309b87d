package jp.fudamori.bench;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes that our own tables hold for applications: letters, PKCS#12 files, certificates, sealed keys. */
final class Documents {

    private Documents() {}

    /**
     * Returns the mean size of every kind, by {@code table.column}. To be called while letters wait to be posted: later
     * they are destroyed.
     */
    static Map<String, Double> meanBytes(JdbcClient jdbc) {
        var sizes = new TreeMap<String, Double>();
        jdbc.sql("""
                select table_name, column_name
                  from information_schema.columns
                 where table_schema = 'fudamori' and data_type = 'bytea'
                   and table_name not like 'audit%' and table_name not in ('ca_published_list', 'ca_list_part', 'ca_ocsp_signer')
                """)
                .query((row, index) -> Map.entry(row.getString("table_name"), row.getString("column_name")))
                .list()
                .forEach(column -> sizes.put(column.getKey() + "." + column.getValue(), mean(jdbc, column)));
        return sizes;
    }

    private static double mean(JdbcClient jdbc, Map.Entry<String, String> column) {
        return jdbc.sql("select coalesce(avg(octet_length(%s)), 0) from fudamori.%s"
                        .formatted(column.getValue(), column.getKey()))
                .query(Double.class)
                .single();
    }
}
