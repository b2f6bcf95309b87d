package jp.fudamori.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jp.fudamori.application.CertificateApplication.Submission;
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

    Submission promise(
            ApplicationNumber number, Particulars particulars, BusinessPeriod review, BusinessPeriod arrival) {
        return new Submission(number, particulars, now(), due(review), due(arrival));
    }

    /** Counts from today, but never from before the day that was promised first: a new promise is a later one. */
    LocalDate extended(LocalDate promised, BusinessPeriod extension) {
        var start = promised.isAfter(today()) ? promised : today();
        return calendar.dueDate(start, extension.days());
    }

    private LocalDate due(BusinessPeriod period) {
        return calendar.dueDate(today(), period.days());
    }
}
