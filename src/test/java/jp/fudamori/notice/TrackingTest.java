package jp.fudamori.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.notice.Letter.Envelope;
import jp.fudamori.notice.Letter.Posting;
import jp.fudamori.notice.Letter.Sheets;
import jp.fudamori.notice.PostedLetter.Absent;
import jp.fudamori.notice.PostedLetter.Trip;
import jp.fudamori.paper.Addressee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a letter is, by all that the post told: each event is written as kind and day of November 2026. */
class TrackingTest {

    private static final ApplicationNumber APPLICATION = new ApplicationNumber("20261120-00001");
    private static final Addressee ADDRESSEE = new Addressee("100-0005", "東京都", "さくら歯科", "鈴木 様");
    private static final Trip TRIP = new Trip(
            new Envelope(new LetterNumber("2026-000042"), APPLICATION, List.of(new LineNumber(APPLICATION, 1))),
            new Sheets(LocalDate.of(2026, 11, 19), ADDRESSEE, Set.of()),
            new Posting(
                    1,
                    TrackingNumber.parse("31912345673"),
                    LocalDate.of(2026, 11, 20),
                    new AccountId("dispatch-a"),
                    ADDRESSEE));

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "'', HandedOver",
        "HANDED_OVER 20, HandedOver",
        "AT_OFFICE 21, AtOffice",
        "AT_OFFICE 21 OUT 21, Out",
        "OUT 21 AT_OFFICE 22, AtOffice",
        "OUT 21 ABSENT 21, Absent",
        "OUT 21 ABSENT 21 AT_OFFICE 22, Absent",
        "ABSENT 21 OUT 24, Out",
        "ABSENT 21 OUT 24 ABSENT 24, Absent",
        "ABSENT 21 OUT 24 DELIVERED 24, Delivered",
        "DELIVERED 22 AT_OFFICE 23 OUT 24, Delivered",
        "DELIVERED 22 RETURNED:NOT_COLLECTED 29, Delivered",
        "DELIVERED 22 RETURNED:SENT_BACK 29, Returned",
        "DELIVERED 22 RETURNED:SENT_BACK 29 RETURNED:REFUSED 30, Returned",
        "ABSENT 21 RETURNED:NOT_COLLECTED 29, Returned",
        "RETURNED:MOVED 24 AT_OFFICE 25, Returned",
        "LOST 27, Lost",
        "LOST 27 DELIVERED 28, Delivered",
    })
    void followsFromTheEventsInWhateverOrder(String events, String state) {
        var told = new ArrayList<>(parse(events));
        var random = new Random(7);

        for (int order = 0; order < 24; order++) {
            Collections.shuffle(told, random);
            assertThat(new Tracking(told).letter(TRIP).getClass().getSimpleName())
                    .isEqualTo(state);
        }
    }

    @Test
    void anEventMoreNeverUndoesTheEnd() {
        var kinds = List.of(
                TrackingKind.HANDED_OVER,
                TrackingKind.AT_OFFICE,
                TrackingKind.OUT,
                TrackingKind.ABSENT,
                TrackingKind.LOST);
        var random = new Random(20261122);
        var delivered = TrackingEvent.of(TrackingKind.DELIVERED, LocalDate.of(2026, 11, 24));

        IntStream.range(0, 500).forEach(round -> {
            var events = new ArrayList<>(List.of(delivered));
            random.ints(5, 20, 31)
                    .mapToObj(day ->
                            TrackingEvent.of(kinds.get(random.nextInt(kinds.size())), LocalDate.of(2026, 11, day)))
                    .forEach(events::add);
            assertThat(new Tracking(events).letter(TRIP)).isInstanceOf(PostedLetter.Delivered.class);
        });
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "ABSENT 21, 2026-11-28, seven days from the day after the attempt",
        "ABSENT 21 OUT 24 ABSENT 24, 2026-11-28, a second attempt does not begin them anew",
    })
    void anAbsentClinicHasSevenDays(String events, LocalDate keptUntil, String because) {
        assertThat(new Tracking(parse(events)).letter(TRIP))
                .as(because)
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.keptUntil()).isEqualTo(keptUntil));
    }

    private static List<TrackingEvent> parse(String events) {
        var words = events.isEmpty() ? new String[0] : events.split(" ");
        return IntStream.range(0, words.length / 2)
                .mapToObj(i -> event(words[2 * i].split(":"), Integer.parseInt(words[2 * i + 1])))
                .toList();
    }

    private static TrackingEvent event(String[] kind, int day) {
        var reason = Arrays.stream(kind).skip(1).findFirst().map(ReturnReason::valueOf);
        return new TrackingEvent(TrackingKind.valueOf(kind[0]), LocalDate.of(2026, 11, day), Optional.empty(), reason);
    }
}
