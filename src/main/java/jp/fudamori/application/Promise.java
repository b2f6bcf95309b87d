package jp.fudamori.application;

import java.time.LocalDate;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.deadline.PromisedDay;

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

    /** The same promise, each of its dates counted again as {@link PromisedDay#postponed}. */
    Promise postponed(BusinessCalendar calendar, LocalDate today) {
        var review = new PromisedDay(from, reviewDays, reviewDue).postponed(calendar, today);
        var arrival = new PromisedDay(from, arrivalDays, expectedArrival).postponed(calendar, today);
        return new Promise(from, reviewDays, arrivalDays, review.due(), arrival.due());
    }
}
