package jp.fudamori.calendar;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A period in business days, as analysts write it in a model: {@code P5BD}.
 *
 * @param days 1 to 999
 */
public record BusinessPeriod(int days) {

    private static final Pattern SHAPE = Pattern.compile("P([1-9][0-9]{0,2})BD");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    public BusinessPeriod {
        if (days < 1 || days > 999) {
            throw new IllegalArgumentException("a period has 1 to 999 business days, not " + days);
        }
    }

    /** Empty where the text is no business period, for example {@code P5D}, {@code P0BD} or {@code P05BD}. */
    public static Optional<BusinessPeriod> parse(String text) {
        var matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new BusinessPeriod(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    /**
     * Returns the moment the period ends: the last second of its last day in Asia/Tokyo, because the office may still
     * act on that day [SOURCES: review-period].
     *
     * @param start any moment of the day that is not counted
     */
    public ZonedDateTime end(Instant start, BusinessCalendar calendar) {
        var firstDay = start.atZone(BusinessCalendar.ZONE).toLocalDate();
        return calendar.dueDate(firstDay, days).atTime(LAST_SECOND).atZone(BusinessCalendar.ZONE);
    }

    @Override
    public String toString() {
        return "P" + days + "BD";
    }
}
