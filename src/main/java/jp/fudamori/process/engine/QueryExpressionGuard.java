package jp.fudamori.process.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Refuses expressions in queries that come from outside, at any depth. The engine itself looks only at the top and so
 * evaluates what stands in {@code orQueries} (CVE-2026-109432), which lets anybody who may log in run code.
 */
class QueryExpressionGuard extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (queries(command).anyMatch(QueryExpressionGuard::hasExpression)) {
            throw new BadUserRequestException("検索条件に式を使うことはできません。");
        }
        return next.execute(command);
    }

    private static Stream<AbstractQuery<?, ?>> queries(Command<?> command) {
        return Stream.of(command, extension(command))
                .filter(AbstractQuery.class::isInstance)
                .map(query -> (AbstractQuery<?, ?>) query);
    }

    /** What a caller adds to a stored filter when they run it. */
    private static Object extension(Command<?> command) {
        if (!(command instanceof AbstractExecuteFilterCmd)) {
            return command;
        }
        @Nullable Object extension = new DirectFieldAccessor(command).getPropertyValue("extendingQuery");
        return extension == null ? command : extension;
    }

    private static boolean hasExpression(AbstractQuery<?, ?> query) {
        return !query.getExpressions().isEmpty() || nested(query).anyMatch(QueryExpressionGuard::hasExpression);
    }

    /** A task query lists itself first. */
    private static Stream<TaskQueryImpl> nested(AbstractQuery<?, ?> query) {
        return query instanceof TaskQueryImpl tasks
                ? tasks.getQueries().stream().filter(each -> each != tasks)
                : Stream.empty();
    }
}
