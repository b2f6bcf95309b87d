package jp.fudamori.process.engine;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.fudamori.common.Refusal;
import jp.fudamori.process.FormRefusal;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Turns a business no, and the loss of a race for a task, into what the engine's REST interface answers with 400 and
 * the Japanese reason, and nothing else: exceptions of the engine it would put behind a sentence of its own in English.
 * Stands outside the transaction, which has rolled back by then. A job keeps its own exception, because on that hang
 * its retries and its incident.
 */
class RefusalTranslator extends CommandInterceptor {

    private static final String TAKEN = "この作業はすでに他の担当者が処理したか、担当しています。作業一覧を更新してください。";
    private static final String OVERTAKEN = "同じ手続きが同時に進められたため、開始できませんでした。もう一度お試しください。";
    private static final Set<Class<?>> STARTS = Set.of(SubmitStartFormCmd.class, StartProcessInstanceCmd.class);
    private static final Set<Class<?>> WORK_ON_A_TASK = Set.of(WorkOnTask.class, GiveBack.class, AssignTaskCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null || command instanceof ExecuteJobsCmd) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            throw translate(failure, command);
        }
    }

    private static RuntimeException translate(RuntimeException failure, Command<?> command) {
        return refusal(failure)
                .<RuntimeException>map(refusal -> answer(refusal, failure))
                .or(() -> lostRace(failure, command).map(message -> new BadRequestException(message, failure)))
                .orElse(failure);
    }

    private static RuntimeException answer(Throwable refusal, RuntimeException failure) {
        return refusal instanceof FormRefusal form
                ? new BadRequestException(form.getMessage(), json(new FormAnswer(form)), failure)
                : new BadRequestException(refusal.getMessage(), failure);
    }

    private static Response json(FormAnswer answer) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer)
                .build();
    }

    private static Optional<Throwable> refusal(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof Refusal || cause instanceof FormRefusal)
                .findFirst();
    }

    private static Optional<String> lostRace(Throwable failure, Command<?> command) {
        if (isTaken(failure, command)) {
            return Optional.of(TAKEN);
        }
        return isOvertaken(failure, command) ? Optional.of(OVERTAKEN) : Optional.empty();
    }

    private static boolean isTaken(Throwable failure, Command<?> command) {
        return WORK_ON_A_TASK.contains(command.getClass()) && causes(failure).anyMatch(RefusalTranslator::isLostRace);
    }

    /** A process whose start works on other processes, as a phone call does, meets those who work on them too. */
    private static boolean isOvertaken(Throwable failure, Command<?> command) {
        return STARTS.contains(command.getClass())
                && causes(failure).anyMatch(OptimisticLockingException.class::isInstance);
    }

    private static boolean isLostRace(Throwable cause) {
        return cause instanceof OptimisticLockingException
                || cause instanceof WorkOnTask.TaskGone
                || cause instanceof TaskAlreadyClaimedException
                || cause instanceof NullValueException
                        && String.valueOf(cause.getMessage()).endsWith("task is null");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
