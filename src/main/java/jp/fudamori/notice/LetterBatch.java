package jp.fudamori.notice;

import java.time.Instant;
import jp.fudamori.account.AccountId;

/**
 * 差出し束: letters that are printed, put into envelopes and handed to the post office together, in a fixed order.
 *
 * @param number running number
 * @param letters how many it holds, 1 to 100
 * @param posted how many of them are posted already
 */
public record LetterBatch(long number, Instant closedAt, AccountId closedBy, int letters, int posted) {

    /** What one pair of hands can put into envelopes, and one PDF can hold. */
    static final int MOST = 100;
}
