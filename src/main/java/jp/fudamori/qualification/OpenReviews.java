package jp.fudamori.qualification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.deadline.DeadlineMove;
import jp.fudamori.deadline.PromisedDay;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code qualification_application}: the review deadlines that the office still has to keep. */
@Repository
class OpenReviews {

    /** One that an older server took in did not keep how long it was: it stays as promised. */
    private static final String SELECT = """
            select application_number, institution_code, submitted_at, review_days, review_due,
                   extended_due, extended_from, extension_days
              from qualification_application
             where state = 'submitted' and review_days is not null
            """;

    private final JdbcClient jdbc;

    OpenReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenReview> all() {
        return jdbc.sql(SELECT + " order by application_number")
                .query(OpenReviews::read)
                .list();
    }

    /** Finds those of the numbers that are still under review, and locks them until the transaction ends. */
    List<OpenReview> lock(Collection<String> numbers) {
        return jdbc.sql(SELECT + " and application_number = any(:numbers) order by application_number for update")
                .param("numbers", numbers.toArray(String[]::new))
                .query(OpenReviews::read)
                .list();
    }

    /** Keeps the later days of locked ones: of an extended one, the extended deadline moves. */
    void save(List<DeadlineMove> moves) {
        jdbc.sql("""
                update qualification_application q
                   set review_due = case when q.extended_due is null then moved.due else q.review_due end,
                       extended_due = case when q.extended_due is null then null else moved.due end
                  from unnest(:numbers::text[], :due::date[]) as moved (number, due)
                 where q.application_number = moved.number
                """)
                .param("numbers", texts(moves, DeadlineMove::number))
                .param("due", texts(moves, move -> move.after().reviewDue().toString()))
                .update();
    }

    private static String[] texts(List<DeadlineMove> moves, Function<DeadlineMove, String> text) {
        return moves.stream().map(text).toArray(String[]::new);
    }

    private static OpenReview read(ResultSet row, int index) throws SQLException {
        var extended = row.getObject("extended_due") != null;
        return new OpenReview(
                row.getString("application_number"),
                new InstitutionCode(row.getString("institution_code")),
                extended,
                extended
                        ? new PromisedDay(
                                day(row, "extended_from"), row.getInt("extension_days"), day(row, "extended_due"))
                        : new PromisedDay(submittedOn(row), row.getInt("review_days"), day(row, "review_due")));
    }

    private static LocalDate submittedOn(ResultSet row) throws SQLException {
        return row.getObject("submitted_at", OffsetDateTime.class)
                .atZoneSameInstant(BusinessCalendar.ZONE)
                .toLocalDate();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
