package jp.fudamori.notice;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter.Voided;
import jp.fudamori.notice.LetterPostings.Item;
import jp.fudamori.notice.PostedLetter.Delivered;
import jp.fudamori.sheet.SheetReader;

/**
 * Follows posted letters by what the post tells. Reports may come twice, late, and in any order [SOURCES:
 * tracking-status].
 */
@DomainService
public class TrackingDesk {

    private static final String DOWNLOAD = "download";

    private final Letters letters;
    private final PostingRules rules;
    private final TrackingLog log;
    private final TrackingFiles files;
    private final Clock clock;

    TrackingDesk(Letters letters, PostingRules rules, TrackingLog log, TrackingFiles files, Clock clock) {
        this.letters = letters;
        this.rules = rules;
        this.log = log;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Records what somebody of the office learned about a letter. Told the same a second time, it does nothing.
     *
     * @throws Refusal {@code letter-not-posted}, {@code letter-void}, {@code impossible-date}
     */
    public void record(LetterNumber number, TrackingEvent event, AccountId by) {
        var letter = posted(number);
        var postedOn = letter.handover().orElseThrow().postedOn();
        rules.objection("年月日", "差出日", postedOn, event.day()).ifPresent(refusal -> {
            throw refusal;
        });
        log.add(itemOf(letter), letter.application(), event, "form", by.value());
    }

    /**
     * Records an inquiry at the post office about a letter that nobody heard of.
     *
     * @param answer what came out of it; empty while the post office still looks for it
     * @param note who answered what; 1 to 400 characters
     * @throws Refusal as {@link #record}
     */
    public void inquired(LetterNumber number, Optional<TrackingEvent> answer, String note, AccountId by) {
        answer.ifPresent(event -> record(number, event, by));
        log.inquired(number, posted(number).application(), note, by);
    }

    /** Where the letter is, by all that the post has told. */
    public PostedLetter whereabouts(LetterNumber number) {
        return letters.find(number)
                .filter(PostedLetter.class::isInstance)
                .map(PostedLetter.class::cast)
                .orElseThrow(() -> new IllegalStateException("not posted: " + number));
    }

    /** Only who holds the letter can download: so it was delivered, whatever the post has told yet. */
    public void downloaded(LetterNumber number) {
        var letter = posted(number);
        if (!(letter instanceof Delivered)) {
            var event = TrackingEvent.of(TrackingKind.DELIVERED, LocalDate.now(clock));
            log.add(itemOf(letter), letter.application(), event, DOWNLOAD, DOWNLOAD);
        }
    }

    /**
     * Takes in a file of tracking events whole, or nothing of it, and wakes the deliveries of the letters that it tells
     * something new about. The same file twice is harmless.
     *
     * <p>Columns: 書留番号 {@code tracking_number}, 差出日 {@code posted_on}, 種別 {@code kind}, 年月日 {@code day}, 時刻
     * {@code time} (may be blank), 理由 {@code reason} (of a return, else blank).
     */
    public PostalReport read(InputStream csv, AccountId by) {
        var reading = SheetReader.read(PostalSheets.EVENTS, csv);
        if (!reading.accepted()) {
            return PostalReport.refused(reading.refused());
        }
        var items = files.locked(reading.values());
        var refused = files.refused(reading.rows(), items);
        if (!refused.isEmpty()) {
            return PostalReport.refused(refused);
        }
        var added = files.add(reading.values(), items, by);
        return new PostalReport(added, reading.rows().size() - added, List.of());
    }

    private Letter posted(LetterNumber number) {
        var letter = letters.locked(number).orElseThrow(() -> new IllegalStateException("no letter " + number));
        if (letter instanceof Voided) {
            throw new Refusal(NoticeReason.LETTER_VOID, "この通知書は無効になっています。");
        }
        if (letter.handover().isEmpty()) {
            throw new Refusal(NoticeReason.LETTER_NOT_POSTED, "この通知書は、まだ発送されていません。");
        }
        return letter;
    }

    private static Item itemOf(Letter letter) {
        return new Item(letter.number(), letter.handover().orElseThrow().attempt());
    }
}
