package jp.fudamori.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Works on a task in one transaction. Who finds it finished by somebody else meanwhile has no rights on it any more, or
 * stumbles over something else that has gone with it; that is told as what it is, a lost race.
 */
final class WorkOnTask<T extends @Nullable Object> implements Command<T> {

    private final String taskId;
    private final Supplier<T> work;

    WorkOnTask(String taskId, Supplier<T> work) {
        this.taskId = taskId;
        this.work = work;
    }

    static WorkOnTask<@Nullable Void> of(String taskId, Runnable work) {
        return new WorkOnTask<>(taskId, () -> {
            work.run();
            return null;
        });
    }

    @Override
    public T execute(CommandContext context) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            if (isGone(context)) {
                throw new TaskGone(failure);
            }
            throw failure;
        }
    }

    /** Asks the database, not the objects that this transaction has read already. */
    private boolean isGone(CommandContext context) {
        try {
            return context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration()
                            .getTaskService()
                            .createTaskQuery()
                            .taskId(taskId)
                            .count()
                    == 0);
        } catch (RuntimeException brokenTransaction) {
            return false; // then the failure itself tells more
        }
    }

    /** Somebody else was faster. */
    static final class TaskGone extends RuntimeException {

        TaskGone(RuntimeException cause) {
            super(cause);
        }
    }
}
