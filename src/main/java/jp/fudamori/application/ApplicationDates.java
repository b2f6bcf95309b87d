package jp.fudamori.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.deadline.PromisedDay;
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

    /** The second promise, where the first was not kept. */
    PromisedDay extended(LocalDate promised, BusinessPeriod extension) {
        return PromisedDay.extended(promised, today(), extension.days(), calendar);
    }

    /** Returns the business days that remain until the day, today not counted; at least one, also for a day gone by. */
    int daysLeft(LocalDate due) {
        return Math.max(1, calendar.businessDaysUntil(today(), due));
    }
}
