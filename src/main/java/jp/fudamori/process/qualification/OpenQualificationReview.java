package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.DUE;

import java.time.LocalDate;
import jp.fudamori.account.Role;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.Deadlines;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The task {@code reviewQualification} of a process, while nobody has completed it. */
@Component
class OpenQualificationReview {

    private static final int URGENT = 75;
    private static final int OVERDUE = 100;

    /** Task lists show the urgent first. */
    void markUrgent(DelegateExecution execution) {
        tasks(execution).setPriority(task(execution).getId(), URGENT);
    }

    /** Gives the task to a group as well, with a new last day, and takes it from whoever held it. */
    void handTo(Role role, LocalDate due, DelegateExecution execution) {
        var task = task(execution);
        task.setPriority(OVERDUE);
        task.setAssignee(null);
        show(due, true, task, tasks(execution));
        tasks(execution).addCandidateGroup(task.getId(), role.group());
    }

    /** Saves the task with another last day, which its form shows as well. */
    static void show(LocalDate due, boolean extended, Task task, TaskService tasks) {
        task.setDueDate(Deadlines.lastMomentOf(due));
        tasks.saveTask(task);
        tasks.setVariableLocal(task.getId(), DUE.name(), JapaneseDates.day(due) + (extended ? " 延長後" : ""));
    }

    private static Task task(DelegateExecution execution) {
        return tasks(execution)
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("reviewQualification")
                .singleResult();
    }

    private static TaskService tasks(DelegateExecution execution) {
        return execution.getProcessEngineServices().getTaskService();
    }
}
