package jp.fudamori.process.engine;

import jakarta.ws.rs.BadRequestException;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.fudamori.common.Refusal;
import jp.fudamori.process.FormRefusal;
import jp.fudamori.process.TaskOvertaken;
import org.camunda.bpm.engine.AuthorizationException;

/** Turns what the engine's interface answers to other programs back into what callers in Java know. */
final class EngineRefusals {

    private EngineRefusals() {}

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadRequestException answer) {
            throw causes(answer)
                    .filter(cause -> cause instanceof Refusal || cause instanceof FormRefusal)
                    .map(RuntimeException.class::cast)
                    .findFirst()
                    .orElseGet(() -> new TaskOvertaken(String.valueOf(answer.getMessage())));
        } catch (AuthorizationException notAllowed) {
            throw new NoSuchElementException("not for this user", notAllowed);
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
