package jp.fudamori.deadline;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.common.Sha256;

/**
 * The open deadlines that would move, in the order of their numbers, as many as one act may move.
 *
 * @param moves 0 to {@link #MOST}
 * @param total how many there are in all
 */
public record DeadlineMoves(List<DeadlineMove> moves, int total) {

    /** What one transaction moves in a matter of seconds, with its mails and timers. */
    public static final int MOST = 1000;

    public DeadlineMoves {
        moves = List.copyOf(moves);
    }

    static DeadlineMoves first(Stream<DeadlineMove> all) {
        var sorted = all.sorted(Comparator.comparing(DeadlineMove::number)).toList();
        return new DeadlineMoves(sorted.stream().limit(MOST).toList(), sorted.size());
    }

    public boolean isEmpty() {
        return moves.isEmpty();
    }

    List<String> numbers() {
        return moves.stream().map(DeadlineMove::number).toList();
    }

    /** Returns SHA-256 in hexadecimal over every number and date listed: the same list has the same token. */
    public String token() {
        return Sha256.hex(moves.toString());
    }
}
