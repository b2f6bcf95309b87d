package jp.fudamori.process.qualification;

import jp.fudamori.account.Role;
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

    /** Gives the task to a group as well, and takes it from whoever held it. */
    void handTo(Role role, DelegateExecution execution) {
        var task = task(execution);
        task.setPriority(OVERDUE);
        task.setAssignee(null);
        tasks(execution).saveTask(task);
        tasks(execution).addCandidateGroup(task.getId(), role.group());
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
