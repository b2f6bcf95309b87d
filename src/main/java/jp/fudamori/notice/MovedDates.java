package jp.fudamori.notice;

import java.time.LocalDate;

/**
 * Dates that were promised to a clinic, and are others now; all in Asia/Tokyo.
 *
 * @param oldDue last day for the decision as the clinic knows it
 * @param newDue last day for the decision from now on
 * @param expectedArrival day on which the letter is expected from now on
 */
public record MovedDates(LocalDate oldDue, LocalDate newDue, LocalDate expectedArrival) {}
