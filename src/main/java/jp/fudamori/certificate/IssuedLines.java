package jp.fudamori.certificate;

import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.DomainService;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which lines of which applications have their certificate, for those who check that each has its fee. */
@DomainService
public class IssuedLines {

    private final JdbcTemplate jdbc;

    IssuedLines(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(1_000);
    }

    /**
     * Returns every line whose certificate was signed, in the order of their texts: whatever became of it later, but no
     * renewal that was withdrawn because its old certificate was revoked before anybody had fetched the new one.
     *
     * @return to be read and closed within the caller's transaction
     */
    public Stream<LineNumber> charged() {
        return jdbc.queryForStream(
                """
                select d.application_number, d.line
                  from certificate_download d
                 where d.downloads > 0
                    or not exists (select from certificate_replacement r
                                     join certificate_application a using (application_number)
                                     join certificate o on o.application_number = r.replaced_application
                                                       and o.line = r.replaced_line
                                    where r.application_number = d.application_number and r.line = d.line
                                      and a.kind = 'renewal' and o.revoked_at is not null)
                 order by d.application_number collate "C", d.line
                """,
                (row, index) ->
                        new LineNumber(new ApplicationNumber(row.getString("application_number")), row.getInt("line")));
    }
}
