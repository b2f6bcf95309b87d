package jp.fudamori.process.engine;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.fudamori.process.FormPart;
import jp.fudamori.process.FormRefusal;
import jp.fudamori.process.form.Form;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was sent for a task, or to start a process, against the form that was deployed together with its model.
 */
final class TaskForms {

    private final Supplier<ProcessEngine> engine;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    TaskForms(Supplier<ProcessEngine> engine) {
        this.engine = engine;
    }

    /**
     * Returns what the form of the task asks for, and nothing else; nothing comes back where there is no such task, of
     * which the engine then tells. Runs inside a command.
     *
     * @throws AuthorizationException if the user may not see the task
     * @throws FormRefusal if a rule of the form is broken
     */
    Map<String, Object> accept(@Nullable String taskId, @Nullable Map<String, Object> sent) {
        return inTransaction(taskId)
                .map(task -> form(task).accept(plain(sent), () -> shown(task)))
                .orElse(Map.of());
    }

    /**
     * Returns what the form that starts a process asks for, and nothing else.
     *
     * @throws FormRefusal if a rule of the form is broken
     */
    Map<String, Object> acceptStart(String definitionId, Map<String, Object> sent) {
        return form(definitionId, () -> engine.get().getFormService().getDeployedStartForm(definitionId))
                .accept(plain(sent), Map::of);
    }

    /** Returns what the form of the task shows, with what was entered so far in place of what the task has. */
    List<FormPart> parts(Task task, Map<String, String> entered) {
        return form(task).layout().parts(shown(task), entered);
    }

    List<FormPart> startParts(String definitionId, Map<String, String> entered) {
        return form(definitionId, () -> engine.get().getFormService().getDeployedStartForm(definitionId))
                .layout()
                .parts(Map.of(), entered);
    }

    /** Returns the task with its form if the user may see it. */
    Optional<Task> visible(@Nullable String taskId) {
        return Optional.ofNullable(taskId)
                .map(id -> engine.get()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(id)
                        .initializeFormKeys()
                        .singleResult());
    }

    /** As the transaction holds it: a query would cost a good deal more, and the engine reads the task anyway. */
    private static Optional<TaskEntity> inTransaction(@Nullable String taskId) {
        var context = Context.getCommandContext();
        var task = Optional.ofNullable(taskId).map(context.getTaskManager()::findTaskById);
        task.ifPresent(found -> {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkReadTask(found));
            found.initializeFormKey();
        });
        return task;
    }

    private Map<String, Object> shown(Task task) {
        return plain(engine.get().getTaskService().getVariablesTyped(task.getId(), false));
    }

    private Form form(Task task) {
        return task.getCamundaFormRef() == null
                ? Form.empty()
                : form(
                        task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(),
                        () -> engine.get().getFormService().getDeployedTaskForm(task.getId()));
    }

    /** A definition never changes once it is deployed. */
    private Form form(String key, Supplier<InputStream> file) {
        return forms.computeIfAbsent(key, any -> Form.read(file.get()));
    }

    /** Values may come with their type, as {@code VariableMap} and REST send them; no object is ever unpacked. */
    private static Map<String, Object> plain(@Nullable Map<String, Object> sent) {
        var plain = new LinkedHashMap<String, Object>();
        if (sent != null) {
            sent.keySet().forEach(key -> plain.put(key, plain(typed(sent, key))));
        }
        return plain;
    }

    private static @Nullable Object typed(Map<String, Object> sent, String key) {
        return sent instanceof VariableMap map ? map.getValueTyped(key) : sent.get(key);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof TypedValue typed && !(typed instanceof SerializableValue) ? typed.getValue() : value;
    }
}
