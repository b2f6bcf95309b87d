package jp.fudamori.process;

import java.util.List;

/** A step with the form that belongs to it, filled with what it shows just now. */
public record TaskForm(OpenTask task, List<FormPart> parts) {

    public TaskForm {
        parts = List.copyOf(parts);
    }
}
