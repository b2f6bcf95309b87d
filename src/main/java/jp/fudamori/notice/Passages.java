package jp.fudamori.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.notice.Passage.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of letters, postings and events, read for the clinic. */
@Repository
class Passages {

    private final JdbcClient jdbc;

    Passages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Passage> of(ApplicationNumber application) {
        return jdbc.sql("""
                with posting as (
                    select p.letter_number, p.attempt, p.tracking_number, p.posted_on, l.voided_on
                      from letter l
                      join letter_posting p using (letter_number)
                     where l.application_number = :application
                )
                select letter_number, tracking_number, 'posted' as what, posted_on as day, null as reason
                  from posting
                 union all
                select letter_number, tracking_number, e.kind, e.happened_on, e.reason
                  from posting
                  join letter_event e using (letter_number, attempt)
                 where e.kind <> 'handed-over'
                 union all
                select letter_number, max(tracking_number), 'voided', voided_on, null
                  from posting
                 where voided_on is not null
                 group by letter_number, voided_on
                """)
                .param("application", application.value())
                .query(Passages::read)
                .list();
    }

    private static Passage read(ResultSet row, int index) throws SQLException {
        return new Passage(
                What.valueOf(row.getString("what").toUpperCase(Locale.ROOT).replace('-', '_')),
                new LetterNumber(row.getString("letter_number")),
                row.getObject("day", LocalDate.class),
                new TrackingNumber(row.getString("tracking_number")),
                Optional.ofNullable(row.getString("reason")).flatMap(ReturnReason::of));
    }
}
