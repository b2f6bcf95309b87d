package jp.fudamori.walk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.PostingDesk;
import jp.fudamori.notice.ReturnDesk;
import jp.fudamori.notice.ReturnReason;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.notice.TrackingEvent;
import jp.fudamori.notice.TrackingKind;
import jp.fudamori.walk.AllowedGraph.Verdict;
import jp.fudamori.walk.Case.Line;
import jp.fudamori.walk.Case.Notice;

/** All that may be tried with the letters of an application. */
record LetterMoves(
        LetterDesk letters, PostingDesk postings, TrackingDesk tracking, ReturnDesk returns, Dice dice, Clock clock) {

    private static final AllowedGraph GRAPH = AllowedGraph.letter();
    private static final AccountId DISPATCHER = Dice.OFFICERS.get(2);

    Move assemble(Case one, ApplicationNumber number) {
        var lines = one.lines.values().stream()
                .filter(line -> line.until != null && !line.inLetter && !line.closed)
                .toList();
        return new Move(
                "assemble",
                lines.isEmpty() ? Verdict.SAME : Verdict.YES,
                () -> letters.assemble(number).ifPresent(letter -> one.letters.add(new Notice(letter, lines))),
                () -> lines.forEach(line -> line.inLetter = true));
    }

    List<Move> of(Case one, Notice letter) {
        var today = LocalDate.now(clock);
        var event = event(today);
        return Stream.of(
                        move("print", letter, () -> letters.print(letter.number), () -> {
                                    letter.printed = true;
                                    letter.sentTo = one.clinic.address;
                                })
                                .map(move -> move.onlyIf(
                                        letter.lines.stream().noneMatch(line -> line.destroyed && !line.closed))),
                        move("post", letter, () -> post(letter, today), () -> posted(one, letter)),
                        move("postTomorrow", letter, () -> post(letter, today.plusDays(1)), () -> {}),
                        move(
                                        "report",
                                        letter,
                                        () -> tracking.record(letter.number, event, DISPATCHER),
                                        () -> reported(letter, event))
                                .map(move -> move.unlessDone(letter.reports.containsKey(key(event)))),
                        move(
                                "reportTomorrow",
                                letter,
                                () -> tracking.record(
                                        letter.number,
                                        TrackingEvent.of(TrackingKind.OUT, today.plusDays(1)),
                                        DISPATCHER),
                                () -> {}),
                        move(
                                        "postAgain",
                                        letter,
                                        () -> returns.postAgain(letter.number, true, "", DISPATCHER),
                                        () -> letter.again = true)
                                .map(move -> move.onlyIf(mayTravelAgain(one, letter, today))),
                        move(
                                "postTornAgain",
                                letter,
                                () -> returns.postAgain(letter.number, false, "", DISPATCHER),
                                () -> {}),
                        move("giveUp", letter, () -> returns.giveUp(letter.number, "", DISPATCHER), () -> {}),
                        move("makeVoid", letter, () -> returns.makeVoid(letter.number), () -> voided(letter)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the server says of a letter, in the words of the table. */
    String state(Notice letter) {
        var name = letters.of(letter.number).orElseThrow().getClass().getSimpleName();
        return switch (name) {
            case "HandedOver", "AtOffice", "Out", "Absent" -> "underWay";
            case "Voided" -> "void";
            default -> Character.toLowerCase(name.charAt(0)) + name.substring(1);
        };
    }

    private static boolean mayTravelAgain(Case one, Notice letter, LocalDate today) {
        return (letter.attempt > 1 || letter.sentTo != one.clinic.address)
                && letter.lines.stream().allMatch(line -> line.until != null)
                && !today.isAfter(letter.lastDownload());
    }

    private void post(Notice letter, LocalDate day) {
        postings.post(letter.number, TrackingNumbers.next(), day, DISPATCHER);
    }

    private static void posted(Case one, Notice letter) {
        if (letter.attempt > 0) {
            letter.sentTo = one.clinic.address;
        }
        letter.attempt++;
        letter.again = false;
        letter.reports.clear();
        letter.kinds.clear();
    }

    private static void reported(Notice letter, TrackingEvent event) {
        letter.reports.put(key(event), event.reason());
        letter.kinds.add(event.kind());
    }

    private static void voided(Notice letter) {
        letter.isVoid = true;
        letter.lines.forEach(LetterMoves::close);
    }

    private static void close(Line line) {
        line.closed = true;
    }

    private TrackingEvent event(LocalDate today) {
        var kind = dice.of(List.of(TrackingKind.values()));
        return kind == TrackingKind.RETURNED
                ? TrackingEvent.returned(today, dice.of(List.of(ReturnReason.values())))
                : TrackingEvent.of(kind, today);
    }

    private static String key(TrackingEvent event) {
        return event.kind() + " " + event.day();
    }

    private static Optional<Move> move(String step, Notice letter, Runnable run, Runnable learn) {
        return Move.of(GRAPH, step, letter.state(), run, learn);
    }
}
