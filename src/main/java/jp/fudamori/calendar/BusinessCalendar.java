package jp.fudamori.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** TEMP stub. */
public final class BusinessCalendar {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    BusinessCalendar() {}

    public LocalDate dueDate(LocalDate start, int businessDays) {
        var due = start;
        for (int counted = 0; counted < businessDays; ) {
            due = due.plusDays(1);
            counted += due.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 ? 1 : 0;
        }
        return due;
    }
}
