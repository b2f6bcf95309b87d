package jp.fudamori.qualification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.deadline.PromisedDay;
import org.springframework.stereotype.Component;

/** Computes, once, the dates that an application keeps. */
@Component
class QualificationDates {

    private final BusinessCalendar calendar;
    private final Clock clock;

    QualificationDates(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate due(BusinessPeriod period) {
        return calendar.dueDate(today(), period.days());
    }

    /** The second promise, where the first was not kept. */
    PromisedDay extended(LocalDate promised, BusinessPeriod extension) {
        return PromisedDay.extended(promised, today(), extension.days(), calendar);
    }

    /** The clinic's own time runs in calendar days; today is not counted. */
    LocalDate answerUntil(Period answer) {
        return today().plus(answer);
    }
}
