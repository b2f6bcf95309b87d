package jp.fudamori.application;

import jp.fudamori.deadline.DeadlineMove.Dates;

/**
 * An operator had the deadlines of an open application counted again, and they are later now.
 *
 * @param extended whether it was the extended deadline that was counted
 * @param reason for the clinic, in Japanese, a whole sentence
 */
public record DeadlineMoved(ApplicationNumber number, Dates before, Dates after, boolean extended, String reason) {}
