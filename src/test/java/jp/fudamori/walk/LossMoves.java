package jp.fudamori.walk;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.DraftDesk;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.notice.WithdrawalDesk;
import jp.fudamori.reissue.Loss;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.LossKind;
import jp.fudamori.reissue.ReissueDesk;
import jp.fudamori.walk.Case.Line;
import org.springframework.transaction.support.TransactionOperations;

/** All that may be tried to end a certificate before its time: revoke it, or report it lost and ask for another. */
final class LossMoves {

    private static final AllowedGraph GRAPH = AllowedGraph.line();

    private final RevocationRequestDesk requests;
    private final WithdrawalDesk letters;
    private final Losses losses;
    private final TransactionOperations transaction;
    private final Clock clock;

    LossMoves(
            RevocationRequestDesk requests,
            WithdrawalDesk letters,
            Losses losses,
            TransactionOperations transaction,
            Clock clock) {
        this.requests = requests;
        this.letters = letters;
        this.losses = losses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What takes reports, and what it yields. */
    record Losses(LossDesk reports, ReissueDesk reissues, DraftDesk drafts, PreparedDrafts prepared) {}

    /** @param opened takes the case that a reported loss begins */
    List<Move> of(Case one, Case other, Line line, Consumer<Case> opened) {
        var state = line.state(one.state, LocalDate.now(clock));
        return Stream.concat(revocations(one, other, line, state), reports(one, other, line, state, opened))
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<Optional<Move>> revocations(Case one, Case other, Line line, String state) {
        var first = Dice.OFFICERS.get(0);
        var second = Dice.OFFICERS.get(1);
        return Stream.of(
                move("revokeByClinic", state, () -> byClinic(one, line), () -> revoked(one, line))
                        .map(move -> move.onlyIf(isWithinValidity(line))),
                move("revokeByOffice", state, () -> byOffice(line, first, second), () -> revoked(one, line))
                        .map(move -> move.onlyIf(isWithinValidity(line))),
                move("approveOwn", state, () -> byOffice(line, first, first), () -> {}),
                move("revokeForeign", state, () -> byClinic(other, line), () -> {})
                        .filter(move -> one.clinic != other.clinic),
                move("orderRevocation", state, () -> order(line), () -> revoked(one, line))
                        .map(move -> move.unlessDone(!isWithinValidity(line))));
    }

    private Stream<Optional<Move>> reports(Case one, Case other, Line line, String state, Consumer<Case> opened) {
        var today = LocalDate.now(clock);
        return Stream.of(
                move(
                                "reportLetter",
                                state,
                                () -> begin(report(one, line, LossKind.LETTER_BEFORE_DOWNLOAD, today), true, opened),
                                () -> {})
                        .map(move -> move.onlyIf(!line.isReplacedForGood() && mayBeReissued(line, today))),
                move(
                                "reportFile",
                                state,
                                () -> begin(report(one, line, LossKind.FILE_LOST, today), false, opened),
                                () -> {})
                        .map(move -> move.onlyIf(!line.isReplaced() && mayBeReissued(line, today))),
                move("reportForeign", state, () -> report(other, line, LossKind.FILE_LOST, today), () -> {})
                        .filter(move -> one.clinic != other.clinic),
                move(
                        "reportTomorrow",
                        state,
                        () -> report(one, line, LossKind.FILE_LOST, today.plusDays(1)),
                        () -> {}));
    }

    private boolean isWithinValidity(Line line) {
        return line.isWithinValidity(LocalDate.now(clock));
    }

    private static boolean mayBeReissued(Line line, LocalDate today) {
        return line.isWithinValidity(today) && !requireNonNull(line.home).isWithdrawn() && (!line.revoked || line.lost);
    }

    private void byClinic(Case one, Line line) {
        transaction.executeWithoutResult(status -> {
            var id = requests.openForClinic(one.clinic.code, List.of(line.number), one.clinic.id.value());
            requests.state(id, RevocationReason.CESSATION_OF_OPERATION, "");
            requests.carryOut(id, one.clinic.id.value());
            letters.withdraw(List.of(line.number));
        });
    }

    private void byOffice(Line line, AccountId first, AccountId second) {
        transaction.executeWithoutResult(status -> {
            var id = requests.openForOffice(List.of(line.number), first.value());
            requests.state(id, RevocationReason.PRIVILEGE_WITHDRAWN, "不正が分かった。");
            requests.requireOther(id, second.value());
            requests.carryOut(id, second.value());
            letters.withdraw(List.of(line.number));
        });
    }

    private void order(Line line) {
        transaction.executeWithoutResult(
                status -> requests.order(List.of(line.number), RevocationReason.AFFILIATION_CHANGED, "walk", ""));
    }

    private static void revoked(Case one, Line line) {
        line.revoke();
        one.withdrawLetters();
    }

    /** As the process does it, in one transaction. */
    private Case report(Case by, Line line, LossKind kind, LocalDate on) {
        return requireNonNull(transaction.execute(status -> {
            var opened = losses.reports().open(line.number, by.clinic.id);
            losses.reports().describe(opened.id(), new Loss(kind, on, "受付", ""));
            var reported = losses.reports().report(opened.id(), by.clinic.id);
            losses.reissues().prepare(reported, by.clinic.id);
            var draft = losses.prepared().last();
            losses.drafts().renew(draft, Period.ofDays(30));
            var reissue = new Case(by.clinic, draft);
            reissue.kind = ApplicationKind.REISSUE;
            var home = requireNonNull(line.home);
            reported.affected()
                    .forEach(number -> reissue.replaces.add(requireNonNull(home.lines.get(number.position()))));
            return reissue;
        }));
    }

    /** The server has taken the report. */
    private static void begin(Case reissue, boolean compromised, Consumer<Case> opened) {
        reissue.entered = true;
        reissue.terminals = reissue.replaces.size();
        reissue.replaces.forEach(line -> {
            line.replacing.add(reissue);
            line.closed = true;
            if (compromised && !line.revoked) {
                line.revoke();
                line.lost = true;
            }
        });
        requireNonNull(reissue.replaces.get(0).home).withdrawLetters();
        opened.accept(reissue);
    }

    private static Optional<Move> move(String step, String state, Runnable run, Runnable learn) {
        return Move.of(GRAPH, step, state, run, learn);
    }
}
