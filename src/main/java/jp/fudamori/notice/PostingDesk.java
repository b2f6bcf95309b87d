package jp.fudamori.notice;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static jp.fudamori.notice.PostalSheets.LETTER_NUMBER;
import static jp.fudamori.notice.PostalSheets.TRACKING_NUMBER;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter.Postable;
import jp.fudamori.notice.PostalSheets.PostingRow;
import jp.fudamori.paper.Addressee;
import jp.fudamori.sheet.Refused;
import jp.fudamori.sheet.Row;
import jp.fudamori.sheet.SheetReader;
import org.springframework.context.ApplicationEventPublisher;

/** Records which letters were handed to the post office, one by one or by the list with their numbers. */
@DomainService
public class PostingDesk {

    private final Letters letters;
    private final PostingRules rules;
    private final LetterHandover handover;
    private final ApplicationEventPublisher events;

    PostingDesk(Letters letters, PostingRules rules, LetterHandover handover, ApplicationEventPublisher events) {
        this.letters = letters;
        this.rules = rules;
        this.handover = handover;
        this.events = events;
    }

    /**
     * Records that a letter was posted, and destroys its pages and its secrets. Told the same a second time, it does
     * nothing. A letter that came back is posted to the address that the registry has today.
     *
     * @param postedOn from the day of issue, or of the return, to today, both inclusive
     * @throws Refusal {@code letter-not-printed}, {@code letter-already-posted}, {@code letter-void},
     *     {@code impossible-date}, {@code tracking-number-in-use}
     */
    public void post(LetterNumber number, TrackingNumber trackingNumber, LocalDate postedOn, AccountId by) {
        var letter = letters.locked(number).orElseThrow(() -> new IllegalStateException("no letter " + number));
        if (PostingRules.isRecorded(letter, trackingNumber, postedOn)) {
            return;
        }
        rules.objection(letter, trackingNumber, postedOn).ifPresent(refusal -> {
            throw refusal;
        });
        handover.record((Postable) letter, trackingNumber, postedOn, by);
    }

    /** The address that a letter is posted to next: the printed one at first, the registry's after it came back. */
    public Addressee nextAddressee(LetterNumber number) {
        return letters.find(number)
                .filter(Postable.class::isInstance)
                .map(letter -> handover.addressee((Postable) letter))
                .orElseThrow(() -> new IllegalStateException("not to be posted: " + number));
    }

    /**
     * Takes in the 差出票 with the numbers that the post office gave, whole or nothing of it, and wakes the deliveries of
     * the letters. The same file twice is harmless.
     *
     * <p>Columns: 通知書番号 {@code letter_number}, 書留番号 {@code tracking_number}, 差出日 {@code posted_on}; others are left
     * unread.
     */
    public PostalReport readBack(InputStream csv, AccountId by) {
        var reading = SheetReader.read(PostalSheets.POSTINGS, csv);
        if (!reading.accepted()) {
            return PostalReport.refused(reading.refused());
        }
        var found = locked(reading.values());
        var refused = refused(reading.rows(), found);
        if (!refused.isEmpty()) {
            return PostalReport.refused(refused);
        }
        var news =
                reading.values().stream().filter(row -> !isRecorded(row, found)).toList();
        news.forEach(row ->
                post(row, (Postable) requireNonNull(found.get(row.letter().value())), by));
        return new PostalReport(news.size(), reading.rows().size() - news.size(), List.of());
    }

    /** Locks in the order of the numbers, so that two files never wait for each other. */
    private Map<String, Letter> locked(List<PostingRow> rows) {
        var found = new TreeMap<String, Letter>();
        rows.stream()
                .map(PostingRow::letter)
                .sorted(comparing(LetterNumber::value))
                .forEach(number -> letters.locked(number).ifPresent(letter -> found.put(number.value(), letter)));
        return found;
    }

    private List<Refused> refused(List<Row<PostingRow>> rows, Map<String, Letter> found) {
        var refused = new ArrayList<Refused>();
        var used = new HashSet<String>();
        for (var row : rows) {
            var value = row.value();
            if (!used.add(value.trackingNumber() + " " + value.postedOn())) {
                refused.add(new Refused(row.line(), TRACKING_NUMBER.japanese(), "同じ書留番号の行がこのファイルの中にすでにあります。"));
            } else {
                objection(value, found)
                        .map(reason -> new Refused(row.line(), LETTER_NUMBER.japanese(), reason))
                        .ifPresent(refused::add);
            }
        }
        return refused.stream().limit(SheetReader.MOST_REFUSALS).toList();
    }

    private Optional<String> objection(PostingRow row, Map<String, Letter> found) {
        var letter = found.get(row.letter().value());
        if (letter == null) {
            return Optional.of("この番号の通知書はありません。");
        }
        return isRecorded(row, found)
                ? Optional.empty()
                : rules.objection(letter, row.trackingNumber(), row.postedOn()).map(Refusal::getMessage);
    }

    private static boolean isRecorded(PostingRow row, Map<String, Letter> found) {
        var letter = found.get(row.letter().value());
        return letter != null && PostingRules.isRecorded(letter, row.trackingNumber(), row.postedOn());
    }

    private void post(PostingRow row, Postable letter, AccountId by) {
        handover.record(letter, row.trackingNumber(), row.postedOn(), by);
        events.publishEvent(new LetterPosted(letter.number(), letter.application()));
    }
}
