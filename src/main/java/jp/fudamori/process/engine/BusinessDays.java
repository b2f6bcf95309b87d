package jp.fudamori.process.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.calendar.BusinessPeriod;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** One of the engine's calendars, which also understands {@code P5BD}; everything else goes on to the original. */
class BusinessDays implements org.camunda.bpm.engine.impl.calendar.BusinessCalendar {

    private final org.camunda.bpm.engine.impl.calendar.BusinessCalendar original;
    private final BusinessCalendar calendar;
    private final Clock clock;

    BusinessDays(
            org.camunda.bpm.engine.impl.calendar.BusinessCalendar original, BusinessCalendar calendar, Clock clock) {
        this.original = original;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Date resolveDuedate(String period) {
        return resolveDuedate(period, (Date) null);
    }

    @Override
    public Date resolveDuedate(String period, Task task) {
        return resolveDuedate(period);
    }

    /** @param start when the timer was made, if the engine recalculates from there; otherwise now */
    @Override
    public Date resolveDuedate(String period, @Nullable Date start) {
        var first = start == null ? clock.instant() : start.toInstant();
        return BusinessPeriod.parse(period)
                .map(days -> Date.from(Instant.from(days.end(first, calendar))))
                .orElseGet(() -> original.resolveDuedate(period, start));
    }
}
