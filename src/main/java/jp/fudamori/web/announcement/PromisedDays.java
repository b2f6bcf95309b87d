package jp.fudamori.web.announcement;

import java.time.LocalDate;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.process.ArrivalPeriod;
import org.springframework.stereotype.Component;

/** What an applicant would be promised today. */
@Component
class PromisedDays {

    private final ArrivalPeriod period;
    private final BusinessCalendar calendar;

    PromisedDays(ArrivalPeriod period, BusinessCalendar calendar) {
        this.period = period;
        this.calendar = calendar;
    }

    /** Business days until a letter is expected. */
    int days() {
        return period.inForce().days();
    }

    /** Day on which the letter is expected. */
    LocalDate arrival(LocalDate today) {
        return calendar.dueDate(today, days());
    }
}
