package jp.fudamori.application;

import java.time.LocalDate;
import jp.fudamori.calendar.BusinessCalendar;

/**
 * What the office promised an applicant; computed once, kept, and moved by an explicit act only.
 *
 * @param from day from which the business days count, itself not counted
 * @param reviewDays business days for the decision, 1 or more
 * @param arrivalDays business days until the letter is expected, 1 or more
 * @param reviewDue last day for the decision, inclusive, Asia/Tokyo
 * @param expectedArrival day on which the letter is expected to arrive
 */
public record Promise(LocalDate from, int reviewDays, int arrivalDays, LocalDate reviewDue, LocalDate expectedArrival) {

    public static Promise from(LocalDate day, int reviewDays, int arrivalDays, BusinessCalendar calendar) {
        return new Promise(
                day, reviewDays, arrivalDays, calendar.dueDate(day, reviewDays), calendar.dueDate(day, arrivalDays));
    }

    /** The same promise, counted again with the calendar as it is now. */
    public Promise recounted(BusinessCalendar calendar) {
        return from(from, reviewDays, arrivalDays, calendar);
    }

    /**
     * The same promise, counted again where that is possible without breaking it: a date that has passed stays, and no
     * date becomes an earlier one.
     */
    Promise postponed(BusinessCalendar calendar, LocalDate today) {
        var counted = recounted(calendar);
        return new Promise(
                from,
                reviewDays,
                arrivalDays,
                later(reviewDue, counted.reviewDue, today),
                later(expectedArrival, counted.expectedArrival, today));
    }

    /** Returns {@code counted} in place of a day that lies ahead, unless it is earlier. */
    static LocalDate later(LocalDate promised, LocalDate counted, LocalDate today) {
        return promised.isBefore(today) || counted.isBefore(promised) ? promised : counted;
    }
}
