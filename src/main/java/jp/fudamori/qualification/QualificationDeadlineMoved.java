package jp.fudamori.qualification;

import java.time.LocalDate;

/**
 * An operator had the review deadline of a 利用申請 counted again, and it is later now.
 *
 * @param before as promised, inclusive, Asia/Tokyo
 * @param after as counted again
 * @param extended whether it was the extended deadline that was counted
 * @param reason for the clinic, in Japanese, a whole sentence
 */
public record QualificationDeadlineMoved(
        QualificationNumber number, LocalDate before, LocalDate after, boolean extended, String reason) {}
