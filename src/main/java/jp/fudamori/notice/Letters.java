package jp.fudamori.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.Seal;
import jp.fudamori.notice.Letter.Assembled;
import jp.fudamori.notice.Letter.Printed;
import jp.fudamori.notice.Letter.Voided;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code letter} and {@code letter_line}; pages lie there sealed, each bound to its letter number. */
@Repository
class Letters {

    private static final String COLUMNS = """
            select l.letter_number, l.application_number, l.issued_on, l.unprintable, l.voided_on,
                   l.postal_code, l.address, l.addressee, l.person,
                   array(select n.line from letter_line n
                          where n.letter_number = l.letter_number order by n.line) as lines,
                   p.attempt, p.tracking_number, p.posted_on, p.posted_by, p.again_by,
                   p.postal_code as posted_postal_code, p.address as posted_address,
                   p.addressee as posted_addressee, p.person as posted_person,
                   array(select e.kind || ' ' || e.happened_on || ' ' || coalesce(e.reason, '') from letter_event e
                          where e.letter_number = p.letter_number and e.attempt = p.attempt) as events
              from letter l
              left join letter_posting p
                on p.letter_number = l.letter_number
               and p.attempt = (select max(m.attempt) from letter_posting m where m.letter_number = l.letter_number)
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

    Optional<Letter> find(LetterNumber number) {
        return jdbc.sql(COLUMNS + " where l.letter_number = :number")
                .param("number", number.value())
                .query(LetterRow::toLetter)
                .optional();
    }

    /** Finds the last letter of an application; it has more than one where a line was issued later than the others. */
    Optional<Letter> find(ApplicationNumber application) {
        return jdbc.sql(COLUMNS + " where l.application_number = :application order by l.letter_number desc limit 1")
                .param("application", application.value())
                .query(LetterRow::toLetter)
                .optional();
    }

    /** Finds a letter as it is after those who worked on it are through, and locks it until the transaction ends. */
    Optional<Letter> locked(LetterNumber number) {
        jdbc.sql("select letter_number from letter where letter_number = :number for update")
                .param("number", number.value())
                .query(String.class)
                .optional();
        return find(number); // a second statement, or it would not see what the lock waited for
    }

    Optional<LetterNumber> holding(LineNumber line) {
        return jdbc.sql(
                        "select letter_number from letter_line where application_number = :application and line = :line")
                .param("application", line.application().value())
                .param("line", line.position())
                .query((row, index) -> new LetterNumber(row.getString("letter_number")))
                .optional();
    }

    /** Lets only one transaction at a time, on all nodes, put lines of this application into letters. */
    void lock(ApplicationNumber application) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('letter:' || :application, 0))")
                .param("application", application.value())
                .query((row, index) -> application)
                .single();
    }

    Set<LineNumber> linesInLetters(ApplicationNumber application) {
        return jdbc
                .sql("select line from letter_line where application_number = :application")
                .param("application", application.value())
                .query(Integer.class)
                .stream()
                .map(position -> new LineNumber(application, position))
                .collect(Collectors.toSet());
    }

    void add(Assembled letter) {
        jdbc.sql("insert into letter (letter_number, application_number) values (:number, :application)")
                .param("number", letter.number().value())
                .param("application", letter.application().value())
                .update();
        jdbc.sql("""
                insert into letter_line (application_number, line, letter_number)
                select :application, unnest(:lines), :number
                """)
                .param("application", letter.application().value())
                .param(
                        "lines",
                        letter.envelope().lines().stream()
                                .map(LineNumber::position)
                                .toArray(Integer[]::new))
                .param("number", letter.number().value())
                .update();
    }

    void savePrinted(Printed letter, byte[] pdf, Instant printedAt) {
        var addressee = letter.sheets().addressee();
        jdbc.sql("""
                update letter
                   set issued_on = :issuedOn, unprintable = :unprintable, sealed_pages = :pages,
                       printed_at = :printedAt, postal_code = :postalCode, address = :address,
                       addressee = :addressee, person = :person
                 where letter_number = :number
                """)
                .param("issuedOn", letter.sheets().issuedOn())
                .param("unprintable", letter.sheets().unprintable().toArray(String[]::new))
                .param("pages", seal.seal(pdf, purpose(letter.number())))
                .param("printedAt", printedAt.atOffset(ZoneOffset.UTC))
                .param("postalCode", addressee.postalCode())
                .param("address", addressee.address())
                .param("addressee", addressee.name())
                .param("person", addressee.person())
                .param("number", letter.number().value())
                .update();
    }

    byte[] pages(LetterNumber number) {
        var sealed = jdbc.sql("select sealed_pages from letter where letter_number = :number")
                .param("number", number.value())
                .query(byte[].class)
                .single();
        return seal.open(sealed, purpose(number));
    }

    void destroyPages(LetterNumber number) {
        jdbc.sql("update letter set sealed_pages = null where letter_number = :number")
                .param("number", number.value())
                .update();
    }

    /** @param reason {@code returned}, {@code lost} or {@code withdrawn} */
    void saveVoided(Voided letter, String reason) {
        jdbc.sql(
                        "update letter set voided_on = :voidedOn, void_reason = :reason, sealed_pages = null where letter_number = :number")
                .param("voidedOn", letter.voidedOn())
                .param("reason", reason)
                .param("number", letter.number().value())
                .update();
    }

    private static String purpose(LetterNumber number) {
        return "letter:" + number;
    }
}
