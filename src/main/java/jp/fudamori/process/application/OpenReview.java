package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.DUE;

import java.time.LocalDate;
import java.util.Date;
import jp.fudamori.account.Role;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.common.JapaneseDates;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The task {@code reviewApplication} of a process, while nobody has completed it. Task lists show the urgent first. */
@Component
class OpenReview {

    private static final int URGENT = 75;
    private static final int OVERDUE = 100;

    void markUrgent(DelegateExecution execution) {
        tasks(execution).setPriority(task(execution).getId(), URGENT);
    }

    /** Gives the task to a group as well, with a new last day, and takes it from whoever held it. */
    void handTo(Role role, LocalDate due, DelegateExecution execution) {
        var task = task(execution);
        task.setPriority(OVERDUE);
        task.setDueDate(Date.from(BusinessPeriod.endOf(due).toInstant()));
        task.setAssignee(null);
        tasks(execution).saveTask(task);
        tasks(execution).addCandidateGroup(task.getId(), role.group());
        tasks(execution).setVariableLocal(task.getId(), DUE.name(), JapaneseDates.day(due) + " 延長後");
    }

    private static Task task(DelegateExecution execution) {
        return tasks(execution)
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("reviewApplication")
                .singleResult();
    }

    private static TaskService tasks(DelegateExecution execution) {
        return execution.getProcessEngineServices().getTaskService();
    }
}
