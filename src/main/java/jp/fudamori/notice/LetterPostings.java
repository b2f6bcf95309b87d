package jp.fudamori.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.notice.Letter.Posting;
import jp.fudamori.paper.Addressee;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code letter_posting} and {@code letter_event}. */
@Repository
class LetterPostings {

    private final JdbcClient jdbc;

    LetterPostings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One item of registered mail. */
    record Item(LetterNumber letter, int attempt) {}

    /** @param source {@code form}, {@code csv} or {@code download} */
    record Report(TrackingEvent event, String source, String reportedBy, Instant reportedAt) {}

    void add(LetterNumber letter, Posting posting) {
        Addressee addressee = posting.addressee();
        jdbc.sql("""
                insert into letter_posting
                       (letter_number, attempt, tracking_number, posted_on, posted_by,
                        postal_code, address, addressee, person)
                values (:letter, :attempt, :trackingNumber, :postedOn, :postedBy,
                        :postalCode, :address, :addressee, :person)
                """)
                .param("letter", letter.value())
                .param("attempt", posting.attempt())
                .param("trackingNumber", posting.trackingNumber().value())
                .param("postedOn", posting.postedOn())
                .param("postedBy", posting.postedBy().value())
                .param("postalCode", addressee.postalCode())
                .param("address", addressee.address())
                .param("addressee", addressee.name())
                .param("person", addressee.person())
                .update();
    }

    Optional<Item> find(TrackingNumber trackingNumber, LocalDate postedOn) {
        return jdbc.sql("""
                select letter_number, attempt
                  from letter_posting
                 where tracking_number = :trackingNumber and posted_on = :postedOn
                """)
                .param("trackingNumber", trackingNumber.value())
                .param("postedOn", postedOn)
                .query((row, index) ->
                        new Item(new LetterNumber(row.getString("letter_number")), row.getInt("attempt")))
                .optional();
    }

    /** Returns whether it was news. */
    boolean add(Item item, Report report) {
        var event = report.event();
        return jdbc.sql("""
                insert into letter_event
                       (letter_number, attempt, kind, happened_on, happened_at, reason,
                        source, reported_by, reported_at)
                values (:letter, :attempt, :kind, :day, :time, :reason, :source, :reportedBy, :reportedAt)
                    on conflict (letter_number, attempt, kind, happened_on) do nothing
                """)
                        .param("letter", item.letter().value())
                        .param("attempt", item.attempt())
                        .param("kind", event.kind().code())
                        .param("day", event.day())
                        .param("time", orNull(event.time()))
                        .param("reason", orNull(event.reason().map(ReturnReason::code)))
                        .param("source", report.source())
                        .param("reportedBy", report.reportedBy())
                        .param("reportedAt", report.reportedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void saveAgain(Item item, AccountId by) {
        jdbc.sql("update letter_posting set again_by = :by where letter_number = :letter and attempt = :attempt")
                .param("by", by.value())
                .param("letter", item.letter().value())
                .param("attempt", item.attempt())
                .update();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
