package jp.fudamori.notice;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.fudamori.notice.PostedLetter.Absent;
import jp.fudamori.notice.PostedLetter.AtOffice;
import jp.fudamori.notice.PostedLetter.Delivered;
import jp.fudamori.notice.PostedLetter.HandedOver;
import jp.fudamori.notice.PostedLetter.Lost;
import jp.fudamori.notice.PostedLetter.Out;
import jp.fudamori.notice.PostedLetter.Returned;
import jp.fudamori.notice.PostedLetter.Trip;

/**
 * All that the post reported since a letter was last posted. Where the letter is follows from the set alone: reports
 * come twice, late and in any order, and none of that changes the answer.
 */
record Tracking(Set<TrackingEvent> events) {

    Tracking(Collection<TrackingEvent> events) {
        this(Set.copyOf(events));
    }

    /** What ends the trip comes before what happens on the way. */
    PostedLetter letter(Trip trip) {
        return sentBack(trip)
                .or(() -> delivered(trip))
                .or(() -> returned(trip))
                .or(() -> lost(trip))
                .or(() -> absent(trip))
                .orElseGet(() -> onItsWay(trip));
    }

    /** The one way out of a delivery; another return that is told later does not undo it. */
    private Optional<PostedLetter> sentBack(Trip trip) {
        return all(TrackingKind.RETURNED)
                .filter(event -> event.reason().equals(Optional.of(ReturnReason.SENT_BACK)))
                .max(comparing(TrackingEvent::day))
                .map(event -> returned(trip, event));
    }

    /** A second report of a delivery changes nothing: the first day counts. */
    private Optional<PostedLetter> delivered(Trip trip) {
        return earliest(TrackingKind.DELIVERED).map(event -> new Delivered(trip, event.day()));
    }

    private Optional<PostedLetter> returned(Trip trip) {
        return latest(TrackingKind.RETURNED).map(event -> returned(trip, event));
    }

    private Optional<PostedLetter> lost(Trip trip) {
        return latest(TrackingKind.LOST).map(event -> new Lost(trip, event.day()));
    }

    /** From the first attempt until it is taken out again; meanwhile it lies at the office, which says nothing new. */
    private Optional<PostedLetter> absent(Trip trip) {
        var goneOut = latest(TrackingKind.OUT);
        return latest(TrackingKind.ABSENT)
                .filter(absence ->
                        goneOut.filter(out -> out.day().isAfter(absence.day())).isEmpty())
                .flatMap(absence -> earliest(TrackingKind.ABSENT))
                .map(first -> new Absent(trip, first.day()));
    }

    private PostedLetter onItsWay(Trip trip) {
        return events.stream()
                .filter(event -> event.is(TrackingKind.AT_OFFICE) || event.is(TrackingKind.OUT))
                .max(comparing(TrackingEvent::day).thenComparing(TrackingEvent::kind))
                .map(event -> event.is(TrackingKind.OUT)
                        ? (PostedLetter) new Out(trip, event.day())
                        : new AtOffice(trip, event.day()))
                .orElseGet(() -> new HandedOver(trip));
    }

    private static Returned returned(Trip trip, TrackingEvent event) {
        return new Returned(trip, event.day(), event.reason().orElseThrow());
    }

    private Optional<TrackingEvent> latest(TrackingKind kind) {
        return all(kind)
                .max(comparing(TrackingEvent::day)
                        .thenComparing(
                                event -> event.reason().map(Enum::ordinal).orElse(0)));
    }

    private Optional<TrackingEvent> earliest(TrackingKind kind) {
        return all(kind).min(comparing(TrackingEvent::day));
    }

    private Stream<TrackingEvent> all(TrackingKind kind) {
        return events.stream().filter(event -> event.is(kind));
    }
}
