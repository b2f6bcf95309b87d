package jp.fudamori.calendar;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** TEMP stub. */
public record BusinessPeriod(int days) {

    private static final Pattern SHAPE = Pattern.compile("P([1-9][0-9]{0,2})BD");

    public static Optional<BusinessPeriod> parse(String text) {
        var matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new BusinessPeriod(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    public ZonedDateTime end(Instant start, BusinessCalendar calendar) {
        var firstDay = start.atZone(BusinessCalendar.ZONE).toLocalDate();
        return calendar.dueDate(firstDay, days).atTime(LocalTime.of(23, 59, 59)).atZone(BusinessCalendar.ZONE);
    }
}
