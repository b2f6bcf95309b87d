package jp.fudamori.announcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code announcement}. */
@Repository("announcementTable")
class Announcements {

    private static final String SELECT = """
            select announcement_number, title, body, importance, urgent, published_from, published_until,
                   revision, revised_at, withdrawn_at
              from announcement
            """;

    private final JdbcClient jdbc;

    Announcements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int add(Wording wording, AccountId by, Instant at) {
        return with(wording, """
                insert into announcement
                       (title, body, importance, urgent, published_from, published_until, published_by, revised_at)
                values (:title, :body, :importance, :urgent, :from, :until, :by, :at)
                returning announcement_number
                """)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void replace(int number, Wording wording, Instant at) {
        with(wording, """
                update announcement
                   set title = :title, body = :body, importance = :importance, urgent = :urgent,
                       published_from = :from, published_until = :until, revision = revision + 1, revised_at = :at
                 where announcement_number = :number
                """)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(int number, Instant at) {
        jdbc.sql("update announcement set withdrawn_at = :at where announcement_number = :number")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();
    }

    Optional<Announcement> find(int number) {
        return jdbc.sql(SELECT + " where announcement_number = :number")
                .param("number", number)
                .query(Announcements::read)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Announcement> lock(int number) {
        return jdbc.sql(SELECT + " where announcement_number = :number for update")
                .param("number", number)
                .query(Announcements::read)
                .optional();
    }

    /** Those that everybody may read on that day, the urgent ones first, then the newest. */
    List<Announcement> publicOn(LocalDate day, int most) {
        return jdbc.sql(SELECT + """
                 where withdrawn_at is null and published_from <= :day
                   and (published_until is null or published_until >= :day)
                 order by urgent desc, published_from desc, announcement_number desc
                 limit :most
                """)
                .param("day", day)
                .param("most", most)
                .query(Announcements::read)
                .list();
    }

    List<Announcement> latest(int most) {
        return jdbc.sql(SELECT + " order by announcement_number desc limit :most")
                .param("most", most)
                .query(Announcements::read)
                .list();
    }

    private JdbcClient.StatementSpec with(Wording wording, String sql) {
        return jdbc.sql(sql)
                .param("title", wording.title())
                .param("body", wording.body())
                .param("importance", wording.importance())
                .param("urgent", wording.urgent())
                .param("from", wording.from())
                .param("until", wording.until().orElse(null), java.sql.Types.DATE);
    }

    private static Announcement read(ResultSet row, int index) throws SQLException {
        var wording = new Wording(
                row.getString("title"),
                row.getString("body"),
                row.getInt("importance"),
                row.getBoolean("urgent"),
                row.getObject("published_from", LocalDate.class),
                Optional.ofNullable(row.getObject("published_until", LocalDate.class)));
        return new Announcement(
                row.getInt("announcement_number"),
                wording,
                row.getInt("revision"),
                row.getObject("revised_at", OffsetDateTime.class).toInstant(),
                row.getObject("withdrawn_at") != null);
    }
}
