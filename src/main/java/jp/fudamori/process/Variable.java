package jp.fudamori.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable or form field: its name in models and forms and the one Java type it holds. Only types that the
 * engine stores as they are may be used, so no serialised object ever reaches its tables.
 */
public record Variable<T>(String name, Class<T> type) {

    public static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    public static Variable<Long> number(String name) {
        return new Variable<>(name, Long.class);
    }

    public T in(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("variable is not set: " + name));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(type.cast(scope.getVariable(name)));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** Sets it for this branch of the process only. */
    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, value);
    }

    /** Shows the value in the form of this task only; a text that is too long for it is shown as far as it goes. */
    public void show(DelegateTask task, T value) {
        task.setVariableLocal(name, value instanceof String text ? ShownText.fitting(text) : value);
    }

    /**
     * Returns what was entered in the form of a task that is being completed, and removes it from the process: from now
     * on the domain keeps it. Empty where nothing was entered.
     */
    public Optional<T> take(DelegateTask task) {
        var execution = task.getExecution();
        // POST …/complete stores it in the process, POST …/submit-form in the task if that showed the field already
        var entered = execution.hasVariable(name) ? execution.getVariable(name) : task.getVariableLocal(name);
        execution.removeVariable(name);
        return Optional.ofNullable(type.cast(entered));
    }

    /** Forgets an earlier answer, so that the form of a task that comes up again asks anew. */
    public void ask(DelegateTask task) {
        task.getExecution().removeVariable(name);
    }

    public Map<String, Object> with(T value) {
        return Map.of(name, value);
    }
}
