package jp.fudamori.deadline;

import static jp.fudamori.deadline.DeadlineReason.DEADLINES_CHANGED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.calendar.CalendarDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.deadline.DeadlineMove.Dates;

/**
 * 期限の再計算: counts the promises of open applications again, after an operator has seen which of them move. A date only
 * ever becomes a later one; one that has passed, and one that waits for its clinic, stays (ADR 19).
 */
@DomainService
public class DeadlineDesk {

    private final List<OpenPromises> kinds;
    private final CalendarDesk calendar;
    private final AuditTrail audit;
    private final Clock clock;

    DeadlineDesk(List<OpenPromises> kinds, CalendarDesk calendar, AuditTrail audit, Clock clock) {
        this.kinds = kinds;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns what would move if everything were counted again now; changes nothing. */
    public DeadlineMoves moves() {
        var now = calendar.calendar();
        var today = LocalDate.now(clock);
        return DeadlineMoves.first(kinds.stream().flatMap(kind -> kind.moves(now, today).stream()));
    }

    /**
     * Moves exactly what {@link #moves} listed, all or nothing, and lets each kind announce it. Told a second time it
     * is refused, because the list is another one then.
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
        var locked = lock(seen.numbers());
        var moves = DeadlineMoves.first(locked.stream().flatMap(part -> part.moves().stream()));
        refuseChanged(token, moves);
        audit.record(operator.value(), "deadlines-recounted", token, moves.total() + " applications: " + told);
        moves.moves().forEach(move -> record(move, operator));
        locked.forEach(part -> part.kind().move(part.moves(), told));
        return seen.total() - moves.total();
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

    private List<Part> lock(Collection<String> numbers) {
        var now = calendar.calendar();
        var today = LocalDate.now(clock);
        return kinds.stream()
                .map(kind -> new Part(kind, kind.lock(numbers, now, today)))
                .toList();
    }

    private void record(DeadlineMove move, AccountId operator) {
        audit.record(
                operator.value(), "deadline-moved", move.number(), text(move.before()) + " -> " + text(move.after()));
    }

    private static String text(Dates dates) {
        return "due " + dates.reviewDue()
                + dates.expectedArrival().map(day -> ", arrival " + day).orElse("");
    }

    private static void refuseChanged(String token, DeadlineMoves current) {
        if (current.isEmpty() || !current.token().equals(token)) {
            throw new Refusal(DEADLINES_CHANGED, "一覧を表示した後に対象の申請が変わったため、期限は1件も変更していません。新しい一覧を確認して、もう一度実行してください。");
        }
    }

    private record Part(OpenPromises kind, List<DeadlineMove> moves) {}
}
