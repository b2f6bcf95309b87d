package jp.fudamori.fee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The whole of the table {@code fee}, read as it goes by. */
@Repository
class LedgerLines {

    private final JdbcTemplate jdbc;

    LedgerLines(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(1_000);
    }

    /** Must be closed; within a transaction it holds a thousand rows at a time. */
    Stream<LedgerLine> all() {
        return jdbc.queryForStream("""
                select f.reference, c.amount_yen as consented,
                       count(*) filter (where kind = 'POSTED') as posted,
                       coalesce(sum(f.amount_yen) filter (where kind = 'POSTED'), 0) as posted_yen,
                       count(*) filter (where kind = 'REVERSED') as cancelled,
                       coalesce(sum(f.amount_yen) filter (where kind = 'REVERSED'), 0) as cancelled_yen
                  from fee f
                  left join fee_consent c on c.reference = f.consent_reference
                 group by f.reference, c.amount_yen
                 order by f.reference collate "C"
                """, LedgerLines::toLine);
    }

    private static LedgerLine toLine(ResultSet row, int index) throws SQLException {
        var consented = row.getLong("consented");
        return new LedgerLine(
                row.getString("reference"),
                row.getLong("posted"),
                row.getLong("posted_yen"),
                row.getLong("cancelled"),
                row.getLong("cancelled_yen"),
                consented == 0 ? OptionalLong.empty() : OptionalLong.of(consented));
    }
}
