package jp.fudamori.process.engine;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Takes a task from whoever holds it. Those who took it from a group's list may put it back themselves, which the
 * engine's right to work on a task does not cover; a clinic's own task belongs to no list and stays with the clinic.
 */
final class GiveBack implements Command<@Nullable Void> {

    private final String taskId;

    GiveBack(String taskId) {
        this.taskId = taskId;
    }

    @Override
    public @Nullable Void execute(CommandContext context) {
        var unassign = new AssignTaskCmd(taskId, null);
        var task = context.getTaskManager().findTaskById(taskId);
        return task != null && holds(context, task) && !task.getCandidates().isEmpty()
                ? context.runWithoutAuthorization(() -> unassign.execute(context))
                : unassign.execute(context);
    }

    private static boolean holds(CommandContext context, TaskEntity task) {
        var user = context.getAuthentication();
        return user != null && user.getUserId().equals(task.getAssignee());
    }
}
