package jp.fudamori.process.engine;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import jp.fudamori.account.Account;
import jp.fudamori.process.CaseStanding;
import jp.fudamori.process.EngineUsers;
import jp.fudamori.process.OpenTask;
import jp.fudamori.process.StartForm;
import jp.fudamori.process.TaskDesk;
import jp.fudamori.process.TaskForm;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component
class EngineTaskDesk implements TaskDesk {

    private static final int MOST_LISTED = 100;

    private final ProcessEngine engine;
    private final EngineUsers users;
    private final CaseStandings standings;
    private final OpenTasks tasks;
    private final TaskForms forms;

    EngineTaskDesk(ProcessEngine engine, EngineUsers users, CaseStandings standings, OpenTasks tasks) {
        this.engine = engine;
        this.users = users;
        this.standings = standings;
        this.tasks = tasks;
        this.forms = new TaskForms(() -> engine);
    }

    @Override
    public List<OpenTask> open(Account user) {
        return as(
                user,
                () -> tasks.of(user.id()).listPage(0, MOST_LISTED).stream()
                        .map(tasks::describe)
                        .toList());
    }

    @Override
    public Optional<TaskForm> form(Account user, String taskId, Map<String, String> entered) {
        return as(
                user,
                () -> mine(user, taskId).map(task -> new TaskForm(tasks.describe(task), forms.parts(task, entered))));
    }

    @Override
    public Optional<StartForm> startForm(Account user, String process, Map<String, String> entered) {
        return as(
                user,
                () -> startable(process)
                        .map(model ->
                                new StartForm(process, model.getName(), forms.startParts(model.getId(), entered))));
    }

    @Override
    public CaseStanding start(Account user, String process, Map<String, Object> entered) {
        return as(user, () -> {
            var model = startable(process).orElseThrow(() -> new NoSuchElementException("no process " + process));
            var begun =
                    EngineRefusals.translated(() -> engine.getFormService().submitStartForm(model.getId(), entered));
            return standings.of(user.id(), begun.getProcessInstanceId(), "");
        });
    }

    @Override
    public CaseStanding complete(Account user, String taskId, Map<String, Object> entered) {
        return as(user, () -> {
            var task = mine(user, taskId).orElseThrow(() -> standings.missing(user.id(), taskId));
            EngineRefusals.translated(() -> {
                engine.getFormService().submitTaskForm(taskId, entered);
                return task;
            });
            return standings.of(user.id(), task.getProcessInstanceId(), task.getTaskDefinitionKey());
        });
    }

    @Override
    public Optional<CaseStanding> standing(Account user, String taskId) {
        return as(user, () -> standings.ofTask(user.id(), taskId));
    }

    @Override
    public Optional<CaseStanding> standingOfCase(Account user, String caseId) {
        return as(user, () -> standings.ofCase(user.id(), caseId));
    }

    /** A step lies with one person; a reviewer who may read those of clinics does not have them. */
    private Optional<Task> mine(Account user, String taskId) {
        return Optional.ofNullable(engine.getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .taskAssignee(user.id().value())
                .initializeFormKeys()
                .singleResult());
    }

    private Optional<ProcessDefinition> startable(String process) {
        return Optional.ofNullable(engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .active()
                .startablePermissionCheck()
                .singleResult());
    }

    private <T> T as(Account user, Supplier<T> work) {
        users.enter(user);
        try {
            return work.get();
        } finally {
            users.leave();
        }
    }
}
