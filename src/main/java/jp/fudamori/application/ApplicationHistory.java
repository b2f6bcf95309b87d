package jp.fudamori.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What happened to an application between its submission and its decision.
 *
 * @param returns each time that it was given back to its clinic, in order
 * @param overdue that the office missed its day; empty where it did not, and where a correction began the review anew
 */
public record ApplicationHistory(List<Return> returns, Optional<Overdue> overdue) {

    /**
     * @param until last day for the clinic's answer, inclusive
     * @param correctedAt when the answer came; empty where none did, or not yet
     */
    public record Return(Instant at, LocalDate until, Optional<Instant> correctedAt) {}

    /** @param newDue the day that was promised in place of the missed one */
    public record Overdue(Instant at, LocalDate newDue) {}
}
