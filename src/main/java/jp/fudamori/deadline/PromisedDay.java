package jp.fudamori.deadline;

import java.time.LocalDate;
import jp.fudamori.calendar.BusinessCalendar;

/**
 * A day that the office promised, and how it was counted.
 *
 * @param from day from which the business days count, itself not counted
 * @param days business days, 1 or more
 * @param due inclusive, Asia/Tokyo
 */
public record PromisedDay(LocalDate from, int days, LocalDate due) {

    public static PromisedDay from(LocalDate day, int days, BusinessCalendar calendar) {
        return new PromisedDay(day, days, calendar.dueDate(day, days));
    }

    /**
     * Makes the second promise, where the first was not kept: it counts from today, but never from before the day that
     * was promised first, because a new promise is a later one.
     */
    public static PromisedDay extended(LocalDate promised, LocalDate today, int days, BusinessCalendar calendar) {
        return from(promised.isAfter(today) ? promised : today, days, calendar);
    }

    /**
     * The same promise, counted again where that is possible without breaking it: a day that has passed stays, and no
     * day becomes an earlier one.
     */
    public PromisedDay postponed(BusinessCalendar calendar, LocalDate today) {
        var counted = from(from, days, calendar);
        return due.isBefore(today) || counted.due.isBefore(due) ? this : counted;
    }
}
