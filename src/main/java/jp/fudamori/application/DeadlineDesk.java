package jp.fudamori.application;

import static jp.fudamori.application.ApplicationReason.DEADLINES_CHANGED;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.DeadlineMove.Dates;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.calendar.CalendarDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import org.springframework.context.ApplicationEventPublisher;

/**
 * 期限の再計算: counts the promises of open applications again, after an operator has seen which of them move. A date only
 * ever becomes a later one; one that has passed, and one that waits for its clinic, stays (ADR 19).
 */
@DomainService
public class DeadlineDesk {

    private final OpenDeadlines deadlines;
    private final CalendarDesk calendar;
    private final ApplicationDates dates;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    DeadlineDesk(
            OpenDeadlines deadlines,
            CalendarDesk calendar,
            ApplicationDates dates,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.dates = dates;
        this.audit = audit;
        this.events = events;
    }

    /** Returns what would move if everything were counted again now; changes nothing. */
    public DeadlineMoves moves() {
        return DeadlineMoves.first(moves(deadlines.all()));
    }

    /**
     * Moves exactly what {@link #moves} listed, all or nothing, and announces {@link DeadlineMoved} for each. Told a
     * second time it is refused, because the list is another one then.
     *
     * @param token of the list that the operator has seen
     * @param reason for the clinics, in Japanese, a whole sentence
     * @return how many are left for another act; 0 unless the list was longer than {@link DeadlineMoves#MOST}
     * @throws Refusal {@code deadlines-changed}, {@code text-not-allowed}
     */
    public int recount(String token, AccountId operator, String reason) {
        var told = MoveReason.checked(reason);
        var seen = moves();
        refuseChanged(token, seen);
        var open = deadlines.lock(seen.numbers());
        refuseChanged(token, new DeadlineMoves(moves(open), seen.total()));
        deadlines.save(seen.moves());
        var extended = open.stream()
                .filter(deadline -> deadline.extendedDue().isPresent())
                .map(OpenDeadline::number)
                .collect(Collectors.toUnmodifiableSet());
        audit.record(
                operator.value(), "deadlines-recounted", token, seen.moves().size() + " applications: " + told);
        seen.moves().forEach(move -> announce(move, operator, extended, told));
        return seen.total() - seen.moves().size();
    }

    /**
     * Puts on record that an operator agreed to a list, which is to be moved later.
     *
     * @return the reason as clinics may read it, without white space around it
     * @throws Refusal {@code text-not-allowed}: not one line of 1 to 200 characters
     */
    public String agree(String token, AccountId operator, String reason) {
        var told = MoveReason.checked(reason);
        audit.record(operator.value(), "recount-agreed", token, told);
        return told;
    }

    private List<DeadlineMove> moves(Collection<OpenDeadline> open) {
        var now = calendar.calendar();
        return open.stream()
                .map(deadline -> deadline.move(now, dates.today()))
                .flatMap(Optional::stream)
                .toList();
    }

    private void announce(DeadlineMove move, AccountId operator, Set<ApplicationNumber> extended, String reason) {
        var number = move.number();
        audit.record(
                operator.value(), "deadline-moved", number.value(), text(move.before()) + " -> " + text(move.after()));
        events.publishEvent(new DeadlineMoved(number, move.before(), move.after(), extended.contains(number), reason));
    }

    private static String text(Dates dates) {
        return "due %s, arrival %s".formatted(dates.reviewDue(), dates.expectedArrival());
    }

    private static void refuseChanged(String token, DeadlineMoves current) {
        if (current.isEmpty() || !current.token().equals(token)) {
            throw new Refusal(DEADLINES_CHANGED, "一覧を表示した後に対象の申請が変わったため、期限は1件も変更していません。新しい一覧を確認して、もう一度実行してください。");
        }
    }
}
