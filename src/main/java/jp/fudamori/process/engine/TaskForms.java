package jp.fudamori.process.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.fudamori.process.FormRefusal;
import jp.fudamori.process.form.Form;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Holds what was sent for a task against the form that was deployed together with the model of the task. */
final class TaskForms {

    private final Supplier<ProcessEngine> engine;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    TaskForms(Supplier<ProcessEngine> engine) {
        this.engine = engine;
    }

    /**
     * Returns what the form of the task asks for, and nothing else. Reading the task needs the user's right to see it.
     *
     * @throws FormRefusal if a rule of the form is broken
     */
    Map<String, Object> accept(String taskId, @Nullable Map<String, Object> sent) {
        return form(taskId).map(form -> form.accept(plain(sent))).orElse(Map.of());
    }

    /** Empty where the task does not exist or has no form: then nothing may be sent for it. */
    private Optional<Form> form(String taskId) {
        return Optional.ofNullable(taskId)
                .map(id -> engine.get()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(id)
                        .initializeFormKeys()
                        .singleResult())
                .filter(task -> task.getCamundaFormRef() != null)
                .map(this::form);
    }

    private Form form(Task task) {
        // a definition never changes once it is deployed
        var key = task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey();
        return forms.computeIfAbsent(
                key, any -> Form.read(engine.get().getFormService().getDeployedTaskForm(task.getId())));
    }

    /** Values may come with their type, as {@code VariableMap} and REST send them. */
    private static Map<String, Object> plain(@Nullable Map<String, Object> sent) {
        var plain = new HashMap<String, Object>();
        if (sent != null) {
            sent.forEach((key, value) -> plain.put(key, value instanceof TypedValue typed ? typed.getValue() : value));
        }
        return plain;
    }
}
