package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.EXTENDED_DUE;
import static jp.fudamori.process.qualification.QualificationApplicationModel.REVIEW_DUE;

import java.time.LocalDate;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.calendar.CalendarDesk;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.OwnBehalf;
import jp.fudamori.process.WaitingTimers;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationApplication.Submission;
import jp.fudamori.qualification.QualificationDeadlineMoved;
import jp.fudamori.qualification.QualificationDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** Takes the process of a 利用申請 along when its deadline moves: variables, open task, and timers to come. */
@Component
public class MovedQualificationReview {

    private final ProcessEngine engine;
    private final OwnBehalf own;
    private final WaitingTimers timers;
    private final QualificationDesk desk;
    private final CalendarDesk calendar;

    MovedQualificationReview(
            ProcessEngine engine, OwnBehalf own, WaitingTimers timers, QualificationDesk desk, CalendarDesk calendar) {
        this.engine = engine;
        this.own = own;
        this.timers = timers;
        this.desk = desk;
        this.calendar = calendar;
    }

    /** Runs in the transaction that moves the day; a timer that has fired stays fired. */
    public void follow(QualificationDeadlineMoved event) {
        var application = desk.find(event.number()).orElseThrow();
        own.ask(() -> {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(event.number().value(), QualificationApplicationModel.KEY)
                    .list()
                    .forEach(instance -> follow(event, application, instance));
            return event;
        });
    }

    private void follow(
            QualificationDeadlineMoved event, QualificationApplication application, ProcessInstance instance) {
        engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey("reviewQualification")
                .list()
                .forEach(task ->
                        OpenQualificationReview.show(event.after(), event.extended(), task, engine.getTaskService()));
        if (event.extended()) {
            set(instance, EXTENDED_DUE.name(), event.after().toString());
            return;
        }
        set(instance, REVIEW_DUE.name(), Deadlines.endOf(event.after()));
        timers.move(instance, "reviewOverdue", event.after());
        timers.move(
                instance,
                "reviewReminder",
                reminder(application.lastSubmission().orElseThrow(), instance));
    }

    private void set(ProcessInstance instance, String variable, String value) {
        engine.getRuntimeService().setVariable(instance.getId(), variable, value);
    }

    /** Counts again, with the period that the model of the running process has at the event. */
    private LocalDate reminder(Submission submission, ProcessInstance instance) {
        TimerEventDefinition timer = engine.getRepositoryService()
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementById("reviewReminder_timer");
        var period = BusinessPeriod.parse(
                        timer.getTimeDuration().getTextContent().strip())
                .orElseThrow();
        var submitted = submission.submittedAt().atZone(BusinessCalendar.ZONE).toLocalDate();
        return calendar.calendar().dueDate(submitted, period.days());
    }
}
