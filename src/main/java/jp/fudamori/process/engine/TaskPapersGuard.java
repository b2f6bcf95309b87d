package jp.fudamori.process.engine;

import jakarta.ws.rs.NotFoundException;
import java.util.Set;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Keeps a comment or an attachment to those who see the task it belongs to. The engine checks that for their lists, but
 * not for a single one asked for by its id.
 */
class TaskPapersGuard extends CommandInterceptor {

    private static final Set<Class<?>> BY_ID = Set.of(
            GetTaskCommentCmd.class,
            GetTaskAttachmentCmd.class,
            GetTaskAttachmentContentCmd.class,
            DeleteAttachmentCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        if (BY_ID.contains(command.getClass()) && !seesTask(command)) {
            throw new NotFoundException("指定されたものはありません。");
        }
        return next.execute(command);
    }

    private boolean seesTask(Command<?> command) {
        var task = String.valueOf(new DirectFieldAccessor(command).getPropertyValue("taskId"));
        return next.execute(context -> {
            var query = new HistoricTaskInstanceQueryImpl();
            query.taskId(task);
            return query.executeCount(context) > 0;
        });
    }
}
