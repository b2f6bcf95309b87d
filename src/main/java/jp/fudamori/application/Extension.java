package jp.fudamori.application;

import java.time.LocalDate;
import jp.fudamori.calendar.BusinessCalendar;

/**
 * The second promise, made when the office did not keep the first one.
 *
 * @param from day from which the business days count, itself not counted
 * @param days business days, 1 or more
 * @param due last day for the decision, inclusive, Asia/Tokyo
 */
record Extension(LocalDate from, int days, LocalDate due) {

    static Extension from(LocalDate day, int days, BusinessCalendar calendar) {
        return new Extension(day, days, calendar.dueDate(day, days));
    }

    /** The same extension, counted again as {@link Promise#postponed}. */
    Extension postponed(BusinessCalendar calendar, LocalDate today) {
        return new Extension(from, days, Promise.later(due, calendar.dueDate(from, days), today));
    }
}
