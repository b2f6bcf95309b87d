package jp.fudamori.process.application;

import jp.fudamori.account.Role;
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

    void handTo(Role role, DelegateExecution execution) {
        var task = task(execution).getId();
        tasks(execution).setPriority(task, OVERDUE);
        tasks(execution).addCandidateGroup(task, role.group());
        tasks(execution).setAssignee(task, null);
    }

    private static Task task(DelegateExecution execution) {
        return tasks(execution)
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("reviewApplication")
                .singleResult();
    }

    private static org.camunda.bpm.engine.TaskService tasks(DelegateExecution execution) {
        return execution.getProcessEngineServices().getTaskService();
    }
}
