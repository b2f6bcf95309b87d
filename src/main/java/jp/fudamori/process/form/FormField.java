package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A field of a form that somebody may fill in.
 *
 * @param value turns what was sent into the value that the process gets
 */
record FormField(String key, String label, boolean required, Function<Object, Object> value) {

    private static final Map<String, Function<JsonNode, Function<Object, Object>>> KINDS = Map.of(
            "textfield", TextRule::of,
            "textarea", TextRule::of,
            "radio", OptionRule::of,
            "select", OptionRule::of,
            "datetime", DateRule::of);

    static FormField of(JsonNode component) {
        var type = component.path("type").asText();
        var kind = KINDS.get(type);
        if (kind == null || component.has("conditional")) {
            throw new IllegalArgumentException("no rules are known for the component "
                    + component.path("id").asText() + " of type " + type);
        }
        return new FormField(
                component.path("key").asText(),
                component.path("label").asText(component.path("dateLabel").asText()),
                component.path("validate").path("required").asBoolean(),
                kind.apply(component));
    }

    /** Empty where nothing was entered and nothing had to be. */
    Optional<Object> accept(@org.jspecify.annotations.Nullable Object sent) {
        var entered = sent instanceof String text ? text.strip() : sent;
        if (entered == null || entered.equals("")) {
            if (required) {
                throw new BrokenRule("「" + label + "」は必須項目です。");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(value.apply(entered));
        } catch (BrokenRule rule) {
            throw new BrokenRule("「" + label + "」: " + rule.getMessage());
        }
    }
}
