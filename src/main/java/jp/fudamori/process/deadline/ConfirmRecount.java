package jp.fudamori.process.deadline;

import static java.util.stream.Collectors.joining;
import static jp.fudamori.process.deadline.DeadlineRecountModel.CONFIRMED_BY;
import static jp.fudamori.process.deadline.DeadlineRecountModel.COUNT;
import static jp.fudamori.process.deadline.DeadlineRecountModel.DECISION;
import static jp.fudamori.process.deadline.DeadlineRecountModel.MOVES;
import static jp.fudamori.process.deadline.DeadlineRecountModel.REASON;
import static jp.fudamori.process.deadline.DeadlineRecountModel.TOKEN;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.deadline.DeadlineDesk;
import jp.fudamori.deadline.DeadlineMove;
import jp.fudamori.deadline.DeadlineMoves;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** An operator sees what would move, and agrees to exactly that, or does not. */
@Component
class ConfirmRecount extends UserStep {

    /** A variable holds 4,000 characters, and a line has at most 79. */
    private static final int MOST_LISTED = 50;

    private final DeadlineDesk desk;
    private final CurrentUser user;

    ConfirmRecount(DeadlineDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        var moves = desk.moves();
        TOKEN.set(task.getExecution(), moves.token());
        COUNT.show(task, count(moves));
        MOVES.show(
                task,
                moves.moves().stream()
                        .limit(MOST_LISTED)
                        .map(ConfirmRecount::line)
                        .collect(joining("\n")));
    }

    @Override
    protected void complete(DelegateTask task) {
        if (DECISION.in(task).equals("recount")) {
            var reason = desk.agree(TOKEN.in(task), user.id(), REASON.in(task));
            REASON.set(task.getExecution(), reason);
            CONFIRMED_BY.set(task.getExecution(), user.id().value());
        }
    }

    private static String count(DeadlineMoves moves) {
        var now = moves.moves().size();
        return moves.total() == now
                ? "%,d件".formatted(now)
                : "%,d件のうち、はじめの%,d件（残りは、続けて確認します）".formatted(moves.total(), now);
    }

    private static String line(DeadlineMove move) {
        return Stream.of(
                        change("審査期限", move.before().reviewDue(), move.after().reviewDue()),
                        move.before()
                                .expectedArrival()
                                .flatMap(before -> change(
                                        "到着予定日",
                                        before,
                                        move.after().expectedArrival().orElseThrow())))
                .flatMap(Optional::stream)
                .collect(joining("、", move.number() + "（" + move.institution() + "）\n　", ""));
    }

    private static Optional<String> change(String what, LocalDate before, LocalDate after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(what + " " + JapaneseDates.day(before) + " → " + JapaneseDates.day(after));
    }
}
