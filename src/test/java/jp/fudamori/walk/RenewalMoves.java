package jp.fudamori.walk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.renewal.RenewalDesk;
import jp.fudamori.renewal.RenewalHandover;
import jp.fudamori.renewal.RenewalWithdrawal;
import jp.fudamori.walk.Case.Line;

/** All that may be tried to renew the certificate of one line, and to fetch what took its place. */
record RenewalMoves(RenewalDesk desk, RenewalHandover handover, RenewalWithdrawal withdrawal, Clock clock) {

    private static final AllowedGraph GRAPH = AllowedGraph.renewal();
    private static final int WINDOW_DAYS = 90;
    private static final int OLD_ONE_STAYS_DAYS = 14;
    private static final String FROM = "10.0.0.2";

    /** @param opened takes the case of the new certificate */
    List<Move> of(Case one, Case other, Line line, Consumer<Case> opened) {
        var state = state(line);
        return Stream.of(
                        move("renew", state, () -> renew(one, line, opened), () -> {}),
                        move("renewForeign", state, () -> desk.request(line.number, other.clinic.id), () -> {})
                                .filter(move -> one.clinic != other.clinic),
                        move("fetch", state, () -> fetch(line, "Chosen-Password-2030"), () -> fetched(line)),
                        move("fetchWeakly", state, () -> fetch(line, "weak"), () -> {}),
                        move("withdraw", state, () -> withdraw(line), () -> withdrawn(successor(line))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether it can be renewed, or is being renewed. */
    boolean isUnderWay(Line line) {
        return Set.of("open", "making", "ready", "orphaned").contains(state(line));
    }

    /** Whether its successor can be fetched once more. */
    boolean isFetched(Line line) {
        return state(line).equals("fetched");
    }

    private String state(Line line) {
        var today = LocalDate.now(clock);
        if (line.until == null) {
            return "unsigned";
        }
        var orphan = line.renewal().filter(made -> made.isOrphan() && !made.withheld);
        if (orphan.isPresent()) {
            return stateOf(orphan.get(), line, today);
        }
        var replacement = line.replacement();
        if (replacement.isPresent()) {
            return replacement.get().kind == ApplicationKind.RENEWAL
                    ? stateOf(successor(line), line, today)
                    : "otherwise";
        }
        if (line.revoked) {
            return "revoked";
        }
        if (!line.isWithinValidity(today) || wasWithheld(line)) {
            return "ended";
        }
        return today.isBefore(line.lastDay().minusDays(WINDOW_DAYS)) ? "early" : "open";
    }

    /** It is renewed once, or never. */
    private static boolean wasWithheld(Line line) {
        return line.renewal().filter(made -> made.withheld).isPresent();
    }

    private static String stateOf(Line made, Line old, LocalDate today) {
        var until = made.until;
        if (until == null) {
            return "making";
        }
        if (old.revoked && !made.fetched && !(made.revoked && made.reversed)) {
            return "orphaned";
        }
        if (made.revoked) {
            return "withdrawn";
        }
        if (today.isAfter(until)) {
            return "late";
        }
        if (made.closed) {
            return "closed";
        }
        return made.fetched ? "fetched" : "ready";
    }

    private void renew(Case one, Line line, Consumer<Case> opened) {
        opened.accept(Case.renewal(one.clinic, line, desk.request(line.number, one.clinic.id)));
    }

    private void fetch(Line line, String password) {
        handover.fetch(line.number, password, FROM);
    }

    private void fetched(Line line) {
        var made = successor(line);
        if (!made.fetched) {
            made.fetched = true;
            var day = LocalDate.now(clock).plusDays(OLD_ONE_STAYS_DAYS);
            line.supersededAfter = day.isBefore(line.lastDay()) ? day : line.lastDay();
        }
    }

    private void withdraw(Line line) {
        withdrawal.withdraw(line.number, successor(line).number);
    }

    /** It costs nothing, whoever else has revoked it before. */
    private static void withdrawn(Line made) {
        made.revoke();
        made.reversed = true;
    }

    private static Line successor(Line line) {
        return line.renewal().orElseThrow();
    }

    private static Optional<Move> move(String step, String state, Runnable run, Runnable learn) {
        return Move.of(GRAPH, step, state, run, learn);
    }
}
