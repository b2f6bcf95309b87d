package jp.fudamori.deadline;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.institution.InstitutionCode;

/**
 * An open application whose dates are later ones by the calendar of now.
 *
 * @param number 受付番号 of whatever kind of application it is
 * @param extended whether it is the extended deadline that is counted
 * @param before as promised
 * @param after as counted again; at least one of the two dates is later, none is earlier
 */
public record DeadlineMove(String number, InstitutionCode institution, boolean extended, Dates before, Dates after) {

    /**
     * What was promised.
     *
     * @param reviewDue last day for the decision, inclusive, Asia/Tokyo; the extended one where the first was missed
     * @param expectedArrival day on which the letter is expected; empty where none will come
     */
    public record Dates(LocalDate reviewDue, Optional<LocalDate> expectedArrival) {}
}
