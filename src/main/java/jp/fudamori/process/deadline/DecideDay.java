package jp.fudamori.process.deadline;

import static jp.fudamori.process.deadline.DeadlineRecountModel.DAY;
import static jp.fudamori.process.deadline.DeadlineRecountModel.DAY_NAME;
import static jp.fudamori.process.deadline.DeadlineRecountModel.OPENING;
import static jp.fudamori.process.deadline.DeadlineRecountModel.REASON;

import java.time.LocalDate;
import jp.fudamori.calendar.CalendarDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Hands the day to the calendar; what stays is the reason that clinics may be told. */
@Component
class DecideDay extends Step {

    private final CalendarDesk calendar;
    private final CurrentUser user;

    DecideDay(CalendarDesk calendar, CurrentUser user) {
        this.calendar = calendar;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var day = LocalDate.parse(DAY.in(execution));
        var open = OPENING.in(execution).equals("open");
        var name = DAY_NAME.in(execution).strip();
        execution.removeVariables();
        calendar.decide(day, open, name, user.id().value());
        REASON.set(
                execution, "%sを%s（%s）としたため、営業日を数え直しました。".formatted(JapaneseDates.day(day), open ? "開庁日" : "閉庁日", name));
    }
}
