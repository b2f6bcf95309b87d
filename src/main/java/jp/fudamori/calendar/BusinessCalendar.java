package jp.fudamori.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Counts the days on which the issuing office is open: not Saturdays, Sundays, public holidays, or 29 December to 3
 * January, except where the office decided otherwise. Covers 1980 to 2099; every date outside is an
 * {@link IllegalArgumentException}. A look-up costs well under a microsecond.
 */
public final class BusinessCalendar {

    /** Every business date is a date here, whatever the zone of the machine. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Supplier<OfficeDays> days;

    BusinessCalendar(Supplier<OfficeDays> days) {
        this.days = days;
    }

    /** The calendar as the law alone makes it. */
    public static BusinessCalendar byLaw() {
        return new BusinessCalendar(() -> OfficeDays.BY_LAW);
    }

    /** The calendar as the law makes it, except on the given days. */
    public static BusinessCalendar byLawExcept(Collection<CalendarOverride> overrides) {
        var days = OfficeDays.BY_LAW.with(overrides);
        return new BusinessCalendar(() -> days);
    }

    public boolean isOpen(LocalDate day) {
        return days.get().isOpen(day);
    }

    /**
     * Returns the last day of a period that starts the day after {@code start}; the first day is not counted.
     *
     * @param businessDays length of the period, 1 or more
     * @return a date in Asia/Tokyo, inclusive: the office may still act on it [SOURCES: review-period]
     */
    public LocalDate dueDate(LocalDate start, int businessDays) {
        if (businessDays < 1) {
            throw new IllegalArgumentException("a period has 1 business day or more, not " + businessDays);
        }
        var snapshot = days.get();
        var due = start;
        for (int counted = 0; counted < businessDays; counted++) {
            due = snapshot.nextOpen(due);
        }
        return due;
    }

    /**
     * Counts the business days after {@code from} up to and including {@code to}, so that it gives back the length of a
     * period from its start and its {@link #dueDate}.
     *
     * @return negative where {@code to} lies before {@code from}
     */
    public int businessDaysUntil(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? -days.get().countOpen(to, from) : days.get().countOpen(from, to);
    }
}
