package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.DUE;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.account.Role;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.Deadlines;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The review of a process, or its second approval, while nobody has completed it. Task lists show the urgent first.
 * Whoever decided just now has made the rest unnecessary.
 */
@Component
class OpenReview {

    private static final int URGENT = 75;
    private static final int OVERDUE = 100;

    void markUrgent(DelegateExecution execution) {
        task(execution).ifPresent(task -> tasks(execution).setPriority(task.getId(), URGENT));
    }

    /** Gives the task to a group as well, with a new last day, and takes it from whoever held it. */
    void handTo(Role role, LocalDate due, DelegateExecution execution) {
        task(execution).ifPresent(task -> handTo(role, due, task, tasks(execution)));
    }

    private static void handTo(Role role, LocalDate due, Task task, TaskService tasks) {
        task.setPriority(OVERDUE);
        task.setDueDate(Deadlines.lastMomentOf(due));
        task.setAssignee(null);
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), role.group());
        tasks.setVariableLocal(task.getId(), DUE.name(), JapaneseDates.day(due) + " 延長後");
    }

    private static Optional<Task> task(DelegateExecution execution) {
        return Optional.ofNullable(tasks(execution)
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKeyIn("reviewApplication", "approveSecond")
                .singleResult());
    }

    private static TaskService tasks(DelegateExecution execution) {
        return execution.getProcessEngineServices().getTaskService();
    }
}
