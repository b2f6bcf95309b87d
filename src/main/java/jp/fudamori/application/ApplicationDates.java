package jp.fudamori.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.calendar.BusinessPeriod;
import org.springframework.stereotype.Component;

/** Computes, once, the dates that an applicant is promised. */
@Component
class ApplicationDates {

    private final BusinessCalendar calendar;
    private final Clock clock;

    ApplicationDates(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    BusinessCalendar calendar() {
        return calendar;
    }

    /** Counts from today. */
    Promise promise(int reviewDays, int arrivalDays) {
        return Promise.from(today(), reviewDays, arrivalDays, calendar);
    }

    /** Counts from today, but never from before the day that was promised first: a new promise is a later one. */
    Extension extended(LocalDate promised, BusinessPeriod extension) {
        var start = promised.isAfter(today()) ? promised : today();
        return Extension.from(start, extension.days(), calendar);
    }

    /** Returns the business days that remain until the day, today not counted; at least one, also for a day gone by. */
    int daysLeft(LocalDate due) {
        return Math.max(1, calendar.businessDaysUntil(today(), due));
    }
}
