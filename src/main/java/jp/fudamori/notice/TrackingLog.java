package jp.fudamori.notice;

import java.time.Clock;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.notice.LetterPostings.Item;
import jp.fudamori.notice.LetterPostings.Report;
import org.springframework.stereotype.Component;

/** Writes down what the post reported, each event once. */
@Component
class TrackingLog {

    private final LetterPostings postings;
    private final AuditTrail audit;
    private final Clock clock;

    TrackingLog(LetterPostings postings, AuditTrail audit, Clock clock) {
        this.postings = postings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns whether it was news.
     *
     * @param source {@code form}, {@code csv} or {@code download}
     */
    boolean add(Item item, ApplicationNumber application, TrackingEvent event, String source, String reportedBy) {
        var isNews = postings.add(item, new Report(event, source, reportedBy, clock.instant()));
        if (isNews) {
            audit.record(
                    reportedBy,
                    "letter-" + event.kind().code(),
                    application.value(),
                    "letter %s, attempt %d, on %s, from %s"
                            .formatted(item.letter(), item.attempt(), event.day(), source));
        }
        return isNews;
    }

    void inquired(LetterNumber letter, ApplicationNumber application, String note, AccountId by) {
        audit.record(by.value(), "letter-inquired", application.value(), "letter " + letter + ": " + note);
    }
}
