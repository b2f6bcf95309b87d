package jp.fudamori.notice;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.common.Seal;
import jp.fudamori.notice.Letter.Delivered;
import jp.fudamori.notice.Letter.Posted;
import jp.fudamori.notice.Letter.Posting;
import jp.fudamori.notice.Letter.Printed;
import jp.fudamori.notice.Letter.Sheets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code letter}; its pages lie there sealed, each bound to its letter number. */
@Repository
class Letters {

    private static final String COLUMNS = """
            select letter_number, application_number, issued_on, unprintable,
                   tracking_number, posted_on, posted_by, delivered_on, delivery_reporter
              from letter
             where application_number = :application
            """;

    private final JdbcClient jdbc;
    private final Seal seal;

    Letters(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    LetterNumber nextNumber(int year) {
        var running = jdbc.sql("select nextval('letter_running_number')").query(Long.class);
        return LetterNumber.of(year, running.single());
    }

    Optional<Letter> find(ApplicationNumber application) {
        return jdbc.sql(COLUMNS)
                .param("application", application.value())
                .query(Letters::toLetter)
                .optional();
    }

    /** Finds a letter and locks it until the transaction ends. */
    Optional<Letter> locked(ApplicationNumber application) {
        return jdbc.sql(COLUMNS + " for update")
                .param("application", application.value())
                .query(Letters::toLetter)
                .optional();
    }

    /** Returns whether the letter was added; an application has one letter, the first one stays. */
    boolean add(Printed letter, byte[] pdf, Instant printedAt) {
        var sheets = letter.sheets();
        return jdbc.sql("""
                insert into letter
                       (letter_number, application_number, issued_on, unprintable, sealed_pages, printed_at)
                values (:number, :application, :issuedOn, :unprintable, :pages, :printedAt)
                    on conflict (application_number) do nothing
                """)
                        .param("number", sheets.number().value())
                        .param("application", sheets.application().value())
                        .param("issuedOn", sheets.issuedOn())
                        .param("unprintable", sheets.unprintable().toArray(String[]::new))
                        .param("pages", seal.seal(pdf, purpose(sheets.number())))
                        .param("printedAt", printedAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    byte[] pages(LetterNumber number) {
        var sealed = jdbc.sql("select sealed_pages from letter where letter_number = :number")
                .param("number", number.value())
                .query(byte[].class)
                .single();
        return seal.open(sealed, purpose(number));
    }

    boolean anyPosted(TrackingNumber trackingNumber, LocalDate postedOn) {
        return jdbc.sql("""
                select exists (select from letter
                                where tracking_number = :trackingNumber and posted_on = :postedOn)
                """)
                .param("trackingNumber", trackingNumber.value())
                .param("postedOn", postedOn)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the posting and destroys the pages. */
    void savePosted(Posted letter) {
        var posting = letter.posting();
        jdbc.sql("""
                update letter
                   set tracking_number = :trackingNumber, posted_on = :postedOn, posted_by = :postedBy,
                       sealed_pages = null
                 where letter_number = :number
                """)
                .param("trackingNumber", posting.trackingNumber().value())
                .param("postedOn", posting.postedOn())
                .param("postedBy", posting.postedBy().value())
                .param("number", letter.number().value())
                .update();
    }

    void saveDelivered(Delivered letter) {
        jdbc.sql("""
                update letter set delivered_on = :deliveredOn, delivery_reporter = :reportedBy
                 where letter_number = :number
                """)
                .param("deliveredOn", letter.deliveredOn())
                .param("reportedBy", letter.reportedBy())
                .param("number", letter.number().value())
                .update();
    }

    private static String purpose(LetterNumber number) {
        return "letter:" + number;
    }

    private static Letter toLetter(ResultSet row, int index) throws SQLException {
        var sheets = new Sheets(
                new LetterNumber(row.getString("letter_number")),
                new ApplicationNumber(row.getString("application_number")),
                row.getObject("issued_on", LocalDate.class),
                Set.of((String[]) row.getArray("unprintable").getArray()));
        var trackingNumber = row.getString("tracking_number");
        if (trackingNumber == null) {
            return new Printed(sheets);
        }
        var posting = new Posting(
                new TrackingNumber(trackingNumber),
                row.getObject("posted_on", LocalDate.class),
                new AccountId(row.getString("posted_by")));
        var deliveredOn = row.getObject("delivered_on", LocalDate.class);
        return deliveredOn == null
                ? new Posted(sheets, posting)
                : new Delivered(sheets, posting, deliveredOn, requireNonNull(row.getString("delivery_reporter")));
    }
}
