package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that happened to a letter outside the office.
 *
 * @param day Asia/Tokyo
 * @param trackingNumber under which the post knew it then
 * @param reason of a return
 */
public record Passage(
        What what, LetterNumber letter, LocalDate day, TrackingNumber trackingNumber, Optional<ReturnReason> reason) {

    /** In the order in which it happens on one day. */
    public enum What {
        POSTED,
        AT_OFFICE,
        OUT,
        ABSENT,
        DELIVERED,
        RETURNED,
        LOST,
        VOIDED
    }
}
