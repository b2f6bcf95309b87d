package jp.fudamori.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.fudamori.account.AccountId;

/**
 * 差戻し: an application that was given back to its clinic, once.
 *
 * @param round 1 for the first time
 * @param until last day for the clinic's answer, inclusive, Asia/Tokyo
 * @param reviewDaysLeft business days of the review that were left, 1 or more; they go on when the clinic has answered
 * @param arrivalDaysLeft the same for the letter
 */
public record Correction(
        int round,
        List<Remark> remarks,
        AccountId by,
        Instant at,
        LocalDate until,
        int reviewDaysLeft,
        int arrivalDaysLeft) {

    public Correction {
        remarks = List.copyOf(remarks);
        if (remarks.isEmpty()) {
            throw new IllegalArgumentException("nothing to correct");
        }
    }
}
