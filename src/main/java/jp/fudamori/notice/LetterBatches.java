package jp.fudamori.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.paper.Addressee;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code letter_batch} and {@code letter_batch_item}. */
@Repository
class LetterBatches {

    private static final String BATCHES = """
            select b.batch_number, b.closed_at, b.closed_by, count(*) as letters, count(p.letter_number) as posted
              from letter_batch b
              join letter_batch_item i using (batch_number)
              left join letter_posting p on p.letter_number = i.letter_number and p.attempt = 1
            """;

    private final JdbcClient jdbc;

    LetterBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One envelope of a batch.
     *
     * @param position 1 or more: place in the PDF and in the 差出票
     * @param trackingNumber once it is posted
     */
    record Item(
            int position,
            LetterNumber letter,
            ApplicationNumber application,
            Addressee addressee,
            int lines,
            Optional<String> trackingNumber) {}

    /**
     * Puts the letters that wait to be posted and are in no batch yet into a new one, by postal code and number.
     *
     * @return empty where there are none
     */
    Optional<Long> close(AccountId by, Instant at) {
        jdbc.sql("lock table letter_batch in exclusive mode").update();
        return jdbc.sql("""
                with waiting as (
                    select l.letter_number, row_number() over (order by l.postal_code, l.letter_number) as position
                      from letter l
                     where l.sealed_pages is not null
                       and not exists (select from letter_batch_item i where i.letter_number = l.letter_number)
                     order by position
                     limit :most
                ), batch as (
                    insert into letter_batch (closed_at, closed_by)
                    select :closedAt, :closedBy where exists (select from waiting)
                    returning batch_number
                ), items as (
                    insert into letter_batch_item (batch_number, position, letter_number)
                    select batch_number, position, letter_number from batch, waiting
                )
                select batch_number from batch
                """)
                .param("most", LetterBatch.MOST)
                .param("closedAt", at.atOffset(ZoneOffset.UTC))
                .param("closedBy", by.value())
                .query(Long.class)
                .optional();
    }

    Optional<LetterBatch> find(long number) {
        return jdbc.sql(BATCHES + " where b.batch_number = :number group by b.batch_number")
                .param("number", number)
                .query(LetterBatches::toBatch)
                .optional();
    }

    /** The last ones first. */
    List<LetterBatch> latest(int most) {
        return jdbc.sql(BATCHES + " group by b.batch_number order by b.batch_number desc limit :most")
                .param("most", most)
                .query(LetterBatches::toBatch)
                .list();
    }

    List<Item> items(long number) {
        return jdbc.sql("""
                select i.position, l.letter_number, l.application_number,
                       l.postal_code, l.address, l.addressee, l.person,
                       (select count(*) from letter_line n where n.letter_number = l.letter_number) as lines,
                       p.tracking_number
                  from letter_batch_item i
                  join letter l using (letter_number)
                  left join letter_posting p on p.letter_number = i.letter_number and p.attempt = 1
                 where i.batch_number = :number
                 order by i.position
                """)
                .param("number", number)
                .query(LetterBatches::toItem)
                .list();
    }

    private static LetterBatch toBatch(ResultSet row, int index) throws SQLException {
        return new LetterBatch(
                row.getLong("batch_number"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                new AccountId(row.getString("closed_by")),
                row.getInt("letters"),
                row.getInt("posted"));
    }

    private static Item toItem(ResultSet row, int index) throws SQLException {
        return new Item(
                row.getInt("position"),
                new LetterNumber(row.getString("letter_number")),
                new ApplicationNumber(row.getString("application_number")),
                new Addressee(
                        row.getString("postal_code"),
                        row.getString("address"),
                        row.getString("addressee"),
                        row.getString("person")),
                row.getInt("lines"),
                Optional.ofNullable(row.getString("tracking_number")));
    }
}
