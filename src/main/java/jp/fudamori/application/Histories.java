package jp.fudamori.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.ApplicationHistory.Overdue;
import jp.fudamori.application.ApplicationHistory.Return;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables {@code application_correction} and {@code certificate_application} keep of earlier turns. */
@Repository
class Histories {

    private final JdbcClient jdbc;

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Return> returns(ApplicationNumber number) {
        return jdbc.sql("""
                select returned_at, correct_until, corrected_at
                  from application_correction
                 where application_number = :number
                 order by round
                """)
                .param("number", number.value())
                .query((row, index) -> new Return(
                        moment(row, "returned_at").orElseThrow(),
                        row.getObject("correct_until", LocalDate.class),
                        moment(row, "corrected_at")))
                .list();
    }

    Optional<Overdue> overdue(ApplicationNumber number) {
        return jdbc.sql("""
                select overdue_at, extended_due
                  from certificate_application
                 where application_number = :number and overdue_at is not null and extended_due is not null
                """)
                .param("number", number.value())
                .query((row, index) -> new Overdue(
                        moment(row, "overdue_at").orElseThrow(), row.getObject("extended_due", LocalDate.class)))
                .optional();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
