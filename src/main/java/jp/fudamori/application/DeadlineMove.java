package jp.fudamori.application;

import java.time.LocalDate;
import jp.fudamori.institution.InstitutionCode;

/**
 * An open application whose dates are later ones by the calendar of now.
 *
 * @param before as promised
 * @param after as counted again; at least one of the two dates is later, none is earlier
 */
public record DeadlineMove(ApplicationNumber number, InstitutionCode institution, Dates before, Dates after) {

    /**
     * What was promised.
     *
     * @param reviewDue last day for the decision, inclusive, Asia/Tokyo; the extended one where the first was missed
     * @param expectedArrival day on which the letter is expected
     */
    public record Dates(LocalDate reviewDue, LocalDate expectedArrival) {}
}
