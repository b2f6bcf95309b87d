package jp.fudamori.process;

import java.util.List;

/** What somebody typed into a form breaks the form's own rules; the task stays open and nothing was changed. */
public final class FormRefusal extends RuntimeException {

    private final List<String> messages;

    /** @param messages one or more Japanese sentences for the person at the form */
    public FormRefusal(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    public List<String> messages() {
        return messages;
    }
}
