package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code radio} and {@code select}.
 *
 * @param labels Japanese label for each value that may be chosen, in the order of the form
 */
record OptionRule(Map<Object, String> labels) implements FieldRule {

    static OptionRule of(JsonNode component) {
        var labels = new LinkedHashMap<Object, String>();
        for (var option : component.path("values")) {
            var value = option.path("value");
            labels.put(
                    value.isBoolean() ? value.booleanValue() : value.asText(),
                    option.path("label").asText());
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException(
                    "no options in the component " + component.path("id").asText());
        }
        return new OptionRule(labels);
    }

    /** A page without script sends every value as text: what reads like an option is that option. */
    @Override
    public Object read(Object entered) {
        return labels.keySet().stream()
                .filter(option -> option.equals(entered) || option.toString().equals(entered))
                .findFirst()
                .orElseThrow(() -> new BrokenRule("「" + String.join("」「", labels.values()) + "」のいずれかを選んでください。"));
    }
}
