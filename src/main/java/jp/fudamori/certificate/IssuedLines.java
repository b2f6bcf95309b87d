package jp.fudamori.certificate;

import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.DomainService;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which lines of which applications have their certificate, for those who check that each was paid for. */
@DomainService
public class IssuedLines {

    private final JdbcTemplate jdbc;

    IssuedLines(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(1_000);
    }

    /**
     * Returns every line whose certificate was signed, whatever became of it later, in the order of their texts.
     *
     * @return to be read and closed within the caller's transaction
     */
    public Stream<LineNumber> all() {
        return jdbc.queryForStream(
                """
                select application_number, line
                  from certificate_download
                 order by application_number collate "C", line
                """,
                (row, index) ->
                        new LineNumber(new ApplicationNumber(row.getString("application_number")), row.getInt("line")));
    }
}
