package jp.fudamori.walk;

import java.util.Optional;
import jp.fudamori.walk.AllowedGraph.Verdict;

/**
 * One thing that somebody may try with an application.
 *
 * @param name step and state, {@code approve in submitted}
 * @param run tells the server
 * @param learn what the walk believes once the server has accepted
 */
record Move(String name, Verdict verdict, Runnable run, Runnable learn) {

    /** Empty where the step cannot be told in this state. */
    static Optional<Move> of(AllowedGraph graph, String step, String state, Runnable run, Runnable learn) {
        return graph.of(step, state).map(verdict -> new Move(step + " in " + state, verdict, run, learn));
    }

    /** What the table allows needs a condition besides. */
    Move onlyIf(boolean condition) {
        return condition ? this : instead(Verdict.NO);
    }

    /** What the table allows was done before. */
    Move unlessDone(boolean done) {
        return done ? instead(Verdict.SAME) : this;
    }

    private Move instead(Verdict other) {
        return verdict == Verdict.YES ? new Move(name, other, run, () -> {}) : this;
    }
}
