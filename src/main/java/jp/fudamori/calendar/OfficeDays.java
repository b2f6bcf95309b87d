package jp.fudamori.calendar;

import static jp.fudamori.calendar.JapaneseHolidays.FIRST_YEAR;
import static jp.fudamori.calendar.JapaneseHolidays.LAST_YEAR;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/** The days on which the office is open, one bit a day from 1980 to 2099; immutable. */
final class OfficeDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final MonthDay LAST_OPEN_DAY = MonthDay.of(12, 28);
    private static final MonthDay FIRST_OPEN_DAY = MonthDay.of(1, 4);

    /** By law: Saturdays, Sundays, holidays and the turn of the year are closed [SOURCES: year-end]. */
    static final OfficeDays BY_LAW = byLaw();

    private final BitSet open;

    private OfficeDays(BitSet open) {
        this.open = open;
    }

    /** The same days, except where the office decided otherwise. */
    OfficeDays with(Collection<CalendarOverride> overrides) {
        var changed = (BitSet) open.clone();
        overrides.forEach(override -> changed.set(position(override.day()), override.open()));
        return new OfficeDays(changed);
    }

    boolean isOpen(LocalDate day) {
        return open.get(position(day));
    }

    LocalDate nextOpen(LocalDate day) {
        int next = open.nextSetBit(position(day) + 1);
        if (next < 0) {
            throw outside("after " + day);
        }
        return firstDay().plusDays(next);
    }

    /** Counts open days after {@code from}, up to and including {@code to}. */
    int countOpen(LocalDate from, LocalDate to) {
        return open.get(position(from) + 1, position(to) + 1).cardinality();
    }

    /** @throws IllegalArgumentException if the day lies outside the years the calendar knows */
    static int position(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw outside(day.toString());
        }
        return (int) (day.toEpochDay() - firstDay().toEpochDay());
    }

    private static OfficeDays byLaw() {
        var open = new BitSet();
        IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).forEach(year -> openDaysOf(year, open));
        return new OfficeDays(open);
    }

    private static void openDaysOf(int year, BitSet open) {
        var holidays = JapaneseHolidays.of(year).keySet();
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year, 1, 1).plusYears(1))
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .filter(day -> !isTurnOfTheYear(MonthDay.from(day)))
                .filter(day -> !holidays.contains(day))
                .forEach(day -> open.set(position(day)));
    }

    private static boolean isTurnOfTheYear(MonthDay day) {
        return day.isAfter(LAST_OPEN_DAY) || day.isBefore(FIRST_OPEN_DAY);
    }

    private static LocalDate firstDay() {
        return LocalDate.of(FIRST_YEAR, 1, 1);
    }

    private static IllegalArgumentException outside(String what) {
        return new IllegalArgumentException(
                "the calendar covers %d to %d, not %s".formatted(FIRST_YEAR, LAST_YEAR, what));
    }
}
