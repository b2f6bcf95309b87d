package jp.fudamori.notice;

import java.time.Instant;
import java.util.List;
import jp.fudamori.application.LineNumber;

/**
 * What a clinic is told about the loss that it reported.
 *
 * @param reference the same if it is told again
 * @param lines of one application
 * @param what was lost, in Japanese
 * @param revoked whether they were revoked at once
 */
public record LossMail(String reference, List<LineNumber> lines, String what, Instant at, boolean revoked) {

    public LossMail {
        lines = List.copyOf(lines);
    }
}
