package jp.fudamori.notice;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.LetterPostings.Item;
import jp.fudamori.notice.PostalSheets.EventRow;
import jp.fudamori.notice.PostedLetter.Delivered;
import jp.fudamori.notice.PostedLetter.Returned;
import jp.fudamori.sheet.Refused;
import jp.fudamori.sheet.Row;
import jp.fudamori.sheet.SheetReader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Matches the rows of a tracking file with letters, and tells which letters they moved. */
@Component
class TrackingFiles {

    private final Letters letters;
    private final LetterPostings postings;
    private final PostingRules rules;
    private final TrackingLog log;
    private final ApplicationEventPublisher events;

    TrackingFiles(
            Letters letters,
            LetterPostings postings,
            PostingRules rules,
            TrackingLog log,
            ApplicationEventPublisher events) {
        this.letters = letters;
        this.postings = postings;
        this.rules = rules;
        this.log = log;
        this.events = events;
    }

    /** A letter as it was before the file, and which of its postings the rows of one tracking number are about. */
    record Known(Letter letter, Item item) {}

    /** Finds the letters by tracking number and day, and locks them in the order of their numbers. */
    Map<String, Known> locked(List<EventRow> rows) {
        var items = new HashMap<String, Item>();
        rows.forEach(row ->
                postings.find(row.trackingNumber(), row.postedOn()).ifPresent(item -> items.put(key(row), item)));
        var locked = new TreeMap<String, Letter>();
        items.values().stream()
                .map(Item::letter)
                .sorted(Comparator.comparing(LetterNumber::value))
                .forEach(number -> locked.computeIfAbsent(
                        number.value(), any -> letters.locked(number).orElseThrow()));
        return items.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, item -> new Known(letterOf(item.getValue(), locked), item.getValue())));
    }

    List<Refused> refused(List<Row<EventRow>> rows, Map<String, Known> items) {
        return rows.stream()
                .flatMap(row -> objection(row, items).stream())
                .limit(SheetReader.MOST_REFUSALS)
                .toList();
    }

    /** Returns how many rows were news. */
    int add(List<EventRow> rows, Map<String, Known> items, AccountId by) {
        var moved = new TreeMap<String, Letter>();
        var added = 0;
        for (var row : rows) {
            var known = Objects.requireNonNull(items.get(key(row)));
            var application = known.letter().application();
            if (log.add(known.item(), application, eventOf(row), "csv", by.value())) {
                added++;
                moved.put(known.letter().number().value(), known.letter());
            }
        }
        moved.values().forEach(this::announce);
        return added;
    }

    private void announce(Letter before) {
        var now = letters.find(before.number()).orElseThrow();
        events.publishEvent(new LetterTracked(now.number(), now.application()));
        if (before instanceof Delivered && now instanceof Returned) {
            events.publishEvent(new LetterSentBack(now.number(), now.application()));
        }
    }

    private Optional<Refused> objection(Row<EventRow> row, Map<String, Known> items) {
        var value = row.value();
        if (!items.containsKey(key(value))) {
            return refused(row, PostalSheets.TRACKING_NUMBER.japanese(), "この書留番号と差出日の通知書はありません。");
        }
        if (value.reason().isPresent() != (value.kind() == TrackingKind.RETURNED)) {
            var demand = value.reason().isPresent() ? "返送のときだけ入力してください。" : "返送の理由を入力してください。";
            return refused(row, PostalSheets.REASON.japanese(), demand);
        }
        return rules.objection("年月日", "差出日", value.postedOn(), value.day())
                .map(Refusal::getMessage)
                .flatMap(reason -> refused(row, PostalSheets.DAY.japanese(), reason));
    }

    private static Optional<Refused> refused(Row<EventRow> row, String column, String reason) {
        return Optional.of(new Refused(row.line(), column, reason));
    }

    private static TrackingEvent eventOf(EventRow row) {
        return new TrackingEvent(row.kind(), row.day(), row.time(), row.reason());
    }

    private static Letter letterOf(Item item, Map<String, Letter> locked) {
        return Objects.requireNonNull(locked.get(item.letter().value()));
    }

    private static String key(EventRow row) {
        return row.trackingNumber() + " " + row.postedOn();
    }
}
