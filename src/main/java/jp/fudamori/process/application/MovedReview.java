package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.ARRIVAL;
import static jp.fudamori.process.application.CertificateApplicationModel.DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.EXTENDED_DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.REVIEW_DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.REVIEW_REMINDER;

import jp.fudamori.application.DeadlineMoved;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.OwnBehalf;
import jp.fudamori.process.WaitingTimers;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Takes the process of an application along when its deadlines move: variables, open task, and timers to come. */
@Component
public class MovedReview {

    private final ProcessEngine engine;
    private final OwnBehalf own;
    private final WaitingTimers timers;
    private final ReviewReminders reminders;

    MovedReview(ProcessEngine engine, OwnBehalf own, WaitingTimers timers, ReviewReminders reminders) {
        this.engine = engine;
        this.own = own;
        this.timers = timers;
        this.reminders = reminders;
    }

    /** Runs in the transaction that moves the dates; a timer that has fired stays fired. */
    public void follow(DeadlineMoved event) {
        own.ask(() -> {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(event.number().value(), CertificateApplicationModel.KEY)
                    .list()
                    .forEach(instance -> follow(event, instance));
            return event;
        });
    }

    private void follow(DeadlineMoved event, ProcessInstance instance) {
        var due = event.after().reviewDue();
        showTask(event, instance);
        if (event.extended()) {
            set(instance, EXTENDED_DUE.name(), due.toString());
            return;
        }
        set(instance, REVIEW_DUE.name(), Deadlines.endOf(due));
        timers.move(instance, "reviewOverdue", due);
        timers.move(instance, "secondApprovalOverdue", due);
        var reminder = reminders.dayFor(event.number(), instance.getProcessDefinitionId());
        set(instance, REVIEW_REMINDER.name(), Deadlines.endOf(reminder));
        timers.move(instance, "reviewReminder", reminder);
    }

    private void set(ProcessInstance instance, String variable, String value) {
        engine.getRuntimeService().setVariable(instance.getId(), variable, value);
    }

    private void showTask(DeadlineMoved event, ProcessInstance instance) {
        engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKeyIn("reviewApplication", "approveSecond")
                .list()
                .forEach(task -> show(event, task));
    }

    private void show(DeadlineMoved event, Task task) {
        var due = event.after().reviewDue();
        var tasks = engine.getTaskService();
        task.setDueDate(Deadlines.lastMomentOf(due));
        tasks.saveTask(task);
        tasks.setVariableLocal(task.getId(), DUE.name(), JapaneseDates.day(due) + (event.extended() ? " 延長後" : ""));
        tasks.setVariableLocal(
                task.getId(),
                ARRIVAL.name(),
                JapaneseDates.day(event.after().expectedArrival().orElseThrow()));
    }
}
