package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.REMINDER_LEAD;
import static jp.fudamori.process.application.CertificateApplicationModel.REVIEW_DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.REVIEW_REMINDER;
import static jp.fudamori.process.application.CertificateApplicationModel.businessPeriod;

import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.process.Deadlines;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Sets the dates that the review of a process goes by. */
@Component
class ReviewClock {

    private final BusinessCalendar calendar;

    ReviewClock(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param execution knows how many business days before the end of the review the reviewers are reminded */
    void set(VariableScope execution, Submission submission) {
        var promise = submission.promise();
        var reminder = ReviewReminders.day(promise, businessPeriod(REMINDER_LEAD, execution), calendar);
        REVIEW_DUE.set(execution, Deadlines.endOf(promise.reviewDue()));
        REVIEW_REMINDER.set(execution, Deadlines.endOf(reminder));
    }
}
