package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code conditional.hide} of a component: while it holds, the component is not there, for pages and for rules. */
record HideRule(Optional<Feel> condition) {

    static HideRule of(JsonNode component) {
        var hide = component.path("conditional").path("hide").asText("");
        return new HideRule(hide.isEmpty() ? Optional.empty() : Optional.of(condition(component, hide)));
    }

    private static Feel condition(JsonNode component, String hide) {
        try {
            return Feel.of(hide);
        } catch (IllegalArgumentException notFeel) {
            throw new IllegalArgumentException(
                    "the condition of the component " + component.path("id").asText() + " is no FEEL", notFeel);
        }
    }

    boolean hides(Map<String, Object> variables) {
        return condition.filter(rule -> rule.holds(variables)).isPresent();
    }

    FormLayout.Component over(FormLayout.Component component) {
        return condition.isEmpty()
                ? component
                : (shown, entered) ->
                        hides(together(shown, entered)) ? Optional.empty() : component.part(shown, entered);
    }

    /** What was entered, over what is shown; ticks and choices between yes and no as the Booleans that they become. */
    static Map<String, Object> together(Map<String, Object> shown, Map<String, ?> entered) {
        var all = new LinkedHashMap<>(shown);
        entered.forEach((key, value) -> all.put(key, asBoolean(value)));
        return all;
    }

    private static Object asBoolean(Object value) {
        return value.equals("true") || value.equals("false") ? Boolean.valueOf(value.toString()) : value;
    }
}
