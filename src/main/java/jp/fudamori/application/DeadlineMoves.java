package jp.fudamori.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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

    static DeadlineMoves first(List<DeadlineMove> all) {
        return new DeadlineMoves(all.stream().limit(MOST).toList(), all.size());
    }

    public boolean isEmpty() {
        return moves.isEmpty();
    }

    List<ApplicationNumber> numbers() {
        return moves.stream().map(DeadlineMove::number).toList();
    }

    /** Returns SHA-256 in hexadecimal over every number and date listed: the same list has the same token. */
    public String token() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(moves.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
