package jp.fudamori.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.common.JapaneseDates;

/** Last moments of days, as timers and due dates of the engine read them. */
public final class Deadlines {

    private Deadlines() {}

    /** Returns nine in the morning of the day in Asia/Tokyo, when people read their mail; ISO 8601 with offset. */
    public static String morningOf(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atTime(9, 0).atZone(JapaneseDates.TOKYO));
    }

    /** Returns the first moment after the day in Asia/Tokyo, ISO 8601 with offset. */
    public static String after(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.plusDays(1).atStartOfDay(JapaneseDates.TOKYO));
    }

    /** Returns 23:59:59 of the day in Asia/Tokyo, ISO 8601 with offset. */
    public static String endOf(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(BusinessPeriod.endOf(day));
    }

    /** Returns 23:59:59 of the day in Asia/Tokyo. */
    public static Date lastMomentOf(LocalDate day) {
        return Date.from(BusinessPeriod.endOf(day).toInstant());
    }
}
