package jp.fudamori.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was entered in a form breaks its rules. */
public final class FormRefusal extends RuntimeException {

    private final transient Map<String, String> messages;

    /** @param messages one Japanese sentence for each key of a field, in the order of the form */
    public FormRefusal(Map<String, String> messages) {
        super(String.join(" ", messages.values()));
        this.messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
    }

    public Map<String, String> messages() {
        return messages;
    }
}
