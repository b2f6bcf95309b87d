package jp.fudamori.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;

/** The same guard as {@link GuardedTaskService}, for the other door. */
@NullUnmarked
final class GuardedFormService extends FormServiceImpl {

    private final TaskForms forms;

    GuardedFormService(TaskForms forms) {
        this.forms = forms;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        commandExecutor.execute(
                WorkOnTask.of(taskId, () -> super.submitTaskForm(taskId, forms.accept(taskId, properties))));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return commandExecutor.execute(new WorkOnTask<>(
                taskId,
                () -> super.submitTaskFormWithVariablesInReturn(
                        taskId, forms.accept(taskId, properties), deserializeValues)));
    }
}
