package jp.fudamori.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;

/**
 * Lets nothing through a task but what its form asks for. Without this, whoever may complete a task may set any
 * variable of its process.
 */
@NullUnmarked
final class GuardedTaskService extends TaskServiceImpl {

    private final TaskForms forms;

    GuardedTaskService(TaskForms forms) {
        this.forms = forms;
    }

    @Override
    public void claim(String taskId, String userId) {
        commandExecutor.execute(WorkOnTask.of(taskId, () -> super.claim(taskId, userId)));
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        commandExecutor.execute(WorkOnTask.of(taskId, () -> super.complete(taskId, forms.accept(taskId, variables))));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return commandExecutor.execute(new WorkOnTask<>(
                taskId,
                () -> super.completeWithVariablesInReturn(taskId, forms.accept(taskId, variables), deserializeValues)));
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String message, Map<String, Object> variables) {
        throw notModelled();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        throw notModelled();
    }

    /** Also what giving a task back comes to, see {@link GiveBack}. */
    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId == null) {
            commandExecutor.execute(new GiveBack(taskId));
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    private static BadUserRequestException notModelled() {
        return new BadUserRequestException("この作業は、フォームからのみ完了できます。");
    }
}
