package jp.fudamori.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.fudamori.calendar.BusinessPeriod;

/** Last moments of days, as timers and due dates of the engine read them. */
public final class Deadlines {

    private Deadlines() {}

    /** Returns 23:59:59 of the day in Asia/Tokyo, ISO 8601 with offset. */
    public static String endOf(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(BusinessPeriod.endOf(day));
    }
}
