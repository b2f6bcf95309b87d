package jp.fudamori.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Works on a task in one transaction. Who finds it finished by somebody else meanwhile has no rights on it any more;
 * that is told as what it is, a lost race.
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
        } catch (AuthorizationException noRight) {
            if (isGone(context)) {
                throw new TaskGone(noRight);
            }
            throw noRight;
        }
    }

    /** Asks the database, not the objects that this transaction has read already. */
    private boolean isGone(CommandContext context) {
        return context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(taskId)
                        .count()
                == 0);
    }

    /** Somebody else was faster. */
    static final class TaskGone extends RuntimeException {

        TaskGone(AuthorizationException cause) {
            super(cause);
        }
    }
}
