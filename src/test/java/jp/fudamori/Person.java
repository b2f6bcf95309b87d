package jp.fudamori;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.institution.InstitutionCode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Somebody at a keyboard: uses the engine under a name, with the rights that go with it and no others. */
public record Person(ProcessEngine engine, Account account) {

    public AccountId id() {
        return account.id();
    }

    public InstitutionCode institution() {
        return account.institution().orElseThrow();
    }

    /** This person at an HTTP port, with HTTP Basic. */
    public Client basic(int port) {
        return Client.basic(port, id().value(), Participants.PASSWORD);
    }

    /** This person after the log-in to Tasklist. */
    public Client tasklist(int port) {
        return Client.tasklist(port, id().value(), Participants.PASSWORD);
    }

    /** Starts the process as Tasklist does. */
    public ProcessInstance start(String process) {
        return start(process, Map.of());
    }

    /** Starts the process with what is entered in its start form. */
    public ProcessInstance start(String process, Map<String, Object> values) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        return as(() -> engine.getFormService().submitStartForm(definition.getId(), values));
    }

    /** Completes the open task of this name, claiming it first where it belongs to nobody. */
    public void complete(ProcessInstance instance, String task, Map<String, Object> values) {
        as(() -> {
            var open = task(instance, task);
            if (open.getAssignee() == null) {
                engine.getTaskService().claim(open.getId(), id().value());
            }
            engine.getFormService().submitTaskForm(open.getId(), values);
            return open;
        });
    }

    /** Id of the open task of this name, which this person must be able to see. */
    public String taskId(ProcessInstance instance, String task) {
        return as(() -> task(instance, task)).getId();
    }

    /** The tasks that this person can see. */
    public List<Task> tasks() {
        return as(() -> engine.getTaskService().createTaskQuery().list());
    }

    /** Does something under this person's name. */
    public <T> T as(Supplier<T> action) {
        var groups = account.roles().stream().map(Role::group).toList();
        engine.getIdentityService().setAuthentication(id().value(), groups);
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Task task(ProcessInstance instance, String name) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(name)
                .singleResult();
        if (task == null) {
            throw new AssertionError(id() + " sees no task " + name);
        }
        return task;
    }
}
