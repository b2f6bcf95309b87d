package jp.fudamori.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.fudamori.deadline.DeadlineMove;
import jp.fudamori.deadline.PromisedDay;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code certificate_application}: the dates of those that wait for the office. */
@Repository
class OpenDeadlines {

    private static final String SELECT = """
            select application_number, institution_code, promised_from, review_days, arrival_days,
                   review_due, expected_arrival, extended_due, extended_from, extension_days
              from certificate_application
             where state in ('submitted', 'second-approval')
            """;

    private final JdbcClient jdbc;

    OpenDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenDeadline> all() {
        return jdbc.sql(SELECT + " order by application_number")
                .query(OpenDeadlines::read)
                .list();
    }

    /** Finds those of the applications that are still open, and locks them until the transaction ends. */
    List<OpenDeadline> lock(Collection<String> numbers) {
        return jdbc.sql(SELECT + " and application_number = any(:numbers) order by application_number for update")
                .param("numbers", numbers.toArray(String[]::new))
                .query(OpenDeadlines::read)
                .list();
    }

    /** Keeps the later dates of locked applications: of an extended one, the extended deadline moves. */
    void save(List<DeadlineMove> moves) {
        jdbc.sql("""
                update certificate_application a
                   set review_due = case when a.extended_due is null then moved.due else a.review_due end,
                       extended_due = case when a.extended_due is null then null else moved.due end,
                       expected_arrival = moved.arrival
                  from unnest(:numbers::text[], :due::date[], :arrival::date[]) as moved (number, due, arrival)
                 where a.application_number = moved.number
                """)
                .param("numbers", texts(moves, DeadlineMove::number))
                .param("due", texts(moves, move -> move.after().reviewDue().toString()))
                .param(
                        "arrival",
                        texts(
                                moves,
                                move -> move.after()
                                        .expectedArrival()
                                        .orElseThrow()
                                        .toString()))
                .update();
    }

    private static String[] texts(List<DeadlineMove> moves, Function<DeadlineMove, String> text) {
        return moves.stream().map(text).toArray(String[]::new);
    }

    private static OpenDeadline read(ResultSet row, int index) throws SQLException {
        return new OpenDeadline(
                new ApplicationNumber(row.getString("application_number")),
                new InstitutionCode(row.getString("institution_code")),
                new Promise(
                        day(row, "promised_from"),
                        row.getInt("review_days"),
                        row.getInt("arrival_days"),
                        day(row, "review_due"),
                        day(row, "expected_arrival")),
                Optional.ofNullable(row.getObject("extended_due", LocalDate.class)),
                extension(row));
    }

    private static Optional<PromisedDay> extension(ResultSet row) throws SQLException {
        return row.getObject("extended_from", LocalDate.class) == null
                ? Optional.empty()
                : Optional.of(new PromisedDay(
                        day(row, "extended_from"), row.getInt("extension_days"), day(row, "extended_due")));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
