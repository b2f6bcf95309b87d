package jp.fudamori.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.DraftDesk;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.succession.SuccessionDesk;
import jp.fudamori.succession.SuccessionDesk.Decision;
import jp.fudamori.succession.SuccessionEffects;
import jp.fudamori.walk.Case.Clinic;
import jp.fudamori.walk.Case.Line;
import org.springframework.transaction.support.TransactionOperations;

/** All that may be tried when the code of an institution ends: 廃止, with 承継 or without. */
final class EndingMoves {

    private static final AllowedGraph GRAPH = AllowedGraph.ending();
    private static final int TRANSITION_DAYS = 120;

    private final Desks desks;
    private final Clinics clinics;
    private final TransactionOperations transaction;
    private final Dice dice;
    private final Clock clock;

    EndingMoves(Desks desks, Clinics clinics, TransactionOperations transaction, Dice dice, Clock clock) {
        this.desks = desks;
        this.clinics = clinics;
        this.transaction = transaction;
        this.dice = dice;
        this.clock = clock;
    }

    /** Where endings are told, and what they lead to. */
    record Desks(
            EndingDesk endings,
            SuccessionDesk desk,
            SuccessionEffects effects,
            DraftDesk drafts,
            PreparedDrafts prepared) {}

    /**
     * @param lines all that were approved for it
     * @param open the institutions that apply for certificates
     * @param opened takes the case of a successor
     */
    List<Move> of(Clinic clinic, List<Line> lines, List<Clinic> open, List<Case> opened) {
        var code = clinic.code;
        return Stream.of(
                        move("end", clinic, () -> end(clinic), () -> clinic.ending = "assessed"),
                        move("endOtherwise", clinic, () -> endOtherwise(clinic), () -> endsLater(clinic))
                                .filter(move -> !clinic.ending.equals("rejected") || dice.oneIn(5)), // lest all end
                        move("assess", clinic, () -> desks.desk().assess(code), () -> {}),
                        move("close", clinic, () -> desks.desk().close(code), () -> closing(clinic, open)),
                        move("succeed", clinic, () -> desks.desk().succeed(code), () -> succeeding(clinic, open))
                                .filter(move -> clinic.successor != null),
                        move(
                                "decideClosing",
                                clinic,
                                () -> decide(clinic, Decision.CLOSING, "電話で確かめた。"),
                                () -> closing(clinic, open)),
                        move(
                                "decideWrong",
                                clinic,
                                () -> decide(clinic, Decision.WRONG, "誤り。"),
                                () -> clinic.ending = "rejected"),
                        move("decideMutely", clinic, () -> decide(clinic, Decision.CLOSING, " "), () -> {}),
                        move("prepare", clinic, () -> prepare(clinic, lines, opened), () -> {})
                                .map(move -> move.onlyIf(mayBePrepared(clinic, lines))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the last day of its certificates is over. */
    boolean isDue(Clinic clinic) {
        var today = LocalDate.now(clock);
        return switch (clinic.ending) {
            case "closing" -> today.isAfter(requireNonNull(clinic.closedOn));
            case "succeeding" -> today.isAfter(requireNonNull(clinic.closedOn).plusDays(TRANSITION_DAYS));
            default -> false;
        };
    }

    /** What the timers of the process do on that day. */
    void revoke(Clinic clinic, List<Line> lines) {
        var closing = clinic.ending.equals("closing");
        desks.effects()
                .revoke(
                        clinic.code,
                        closing ? RevocationReason.CESSATION_OF_OPERATION : RevocationReason.AFFILIATION_CHANGED);
        lines.stream().filter(line -> line.isValid(LocalDate.now(clock))).forEach(Line::revokeAndWithdraw);
        clinic.ending = "over";
    }

    private void end(Clinic clinic) {
        if (clinic.closedOn == null) {
            clinic.closedOn = LocalDate.now(clock).plusDays(dice.below(60) - 10);
            clinic.successor = dice.oneIn(4) ? null : successor();
        }
        transaction.executeWithoutResult(status -> {
            tell(clinic, 0);
            desks.desk().assess(clinic.code);
        });
    }

    private void endOtherwise(Clinic clinic) {
        transaction.executeWithoutResult(status -> {
            tell(clinic, 1);
            desks.desk().assess(clinic.code);
        });
    }

    private static void endsLater(Clinic clinic) {
        clinic.closedOn = requireNonNull(clinic.closedOn).plusDays(1);
        clinic.ending = "assessed";
    }

    private Clinic successor() {
        var successor = clinics.register();
        return dice.oneIn(3) ? clinics.withAccount(successor) : successor;
    }

    private void tell(Clinic clinic, int daysLater) {
        var successor = clinic.successor == null ? "" : clinic.successor.code.value();
        var csv = "医療機関コード,廃止日,承継先医療機関コード\n%s,%s,%s\n"
                .formatted(clinic.code, requireNonNull(clinic.closedOn).plusDays(daysLater), successor);
        if (!desks.endings()
                .importEndings(new ByteArrayInputStream(csv.getBytes(UTF_8)), "walk")
                .accepted()) {
            throw new IllegalStateException("the file of endings was refused");
        }
    }

    private void decide(Clinic clinic, Decision decision, String note) {
        desks.desk().decide(clinic.code, decision, note, dice.officer());
    }

    private void closing(Clinic clinic, List<Clinic> open) {
        clinic.ending = "closing";
        open.remove(clinic);
        open.add(clinics.withAccount(clinics.register()));
    }

    /** Some successors had an account before, others never have one before the time is over. */
    private void succeeding(Clinic clinic, List<Clinic> open) {
        clinic.ending = "succeeding";
        open.remove(clinic);
        var successor = requireNonNull(clinic.successor);
        if (successor.hasAccount) {
            open.add(successor);
        } else {
            open.add(clinics.withAccount(dice.oneIn(4) ? clinics.register() : successor));
        }
    }

    private boolean mayBePrepared(Clinic clinic, List<Line> lines) {
        var successor = requireNonNull(clinic.successor);
        return successor.hasAccount
                && !successor.hasEnded(LocalDate.now(clock))
                && lines.stream().anyMatch(line -> line.isValid(LocalDate.now(clock)) && !line.isReplaced());
    }

    private void prepare(Clinic clinic, List<Line> lines, List<Case> opened) {
        var successor = requireNonNull(clinic.successor);
        transaction.executeWithoutResult(status -> {
            if (!desks.effects().prepare(clinic.code)) {
                throw new IllegalStateException("nothing to apply for");
            }
            var draft = desks.drafts().renew(desks.prepared().last(), Period.ofDays(30));
            var one = new Case(successor, draft.id());
            var known = lines.stream().collect(toMap((Line line) -> line.number, Function.<Line>identity()));
            draft.replaces().forEach(number -> one.replaces.add(wanted(known.get(number), number)));
            begin(one);
            opened.add(one);
        });
    }

    private Line wanted(@org.jspecify.annotations.Nullable Line line, LineNumber number) {
        if (line == null || !line.isValid(LocalDate.now(clock)) || line.isReplaced()) {
            throw new AssertionError("nothing to succeed: " + number);
        }
        return line;
    }

    private static void begin(Case one) {
        one.kind = ApplicationKind.SUCCESSION;
        one.entered = true;
        one.terminals = one.replaces.size();
        one.replaces.forEach(line -> line.replacing.add(one));
    }

    private static Optional<Move> move(String step, Clinic clinic, Runnable run, Runnable learn) {
        return Move.of(GRAPH, step, clinic.ending, run, learn);
    }
}
