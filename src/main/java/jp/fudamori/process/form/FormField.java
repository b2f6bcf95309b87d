package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A field of a form that somebody may fill in. */
record FormField(String key, String label, boolean required, HideRule hide, FieldRule rule) {

    private static final Map<String, Function<JsonNode, FieldRule>> KINDS = Map.of(
            "textfield", TextRule::of,
            "textarea", TextRule::of,
            "number", NumberRule::of,
            "checkbox", CheckboxRule::of,
            "radio", OptionRule::of,
            "select", OptionRule::of,
            "datetime", DateRule::of);

    static FormField of(JsonNode component) {
        var type = component.path("type").asText();
        var kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("no rules are known for the component "
                    + component.path("id").asText() + " of type " + type);
        }
        return new FormField(
                component.path("key").asText(),
                labelOf(component),
                component.path("validate").path("required").asBoolean(),
                HideRule.of(component),
                kind.apply(component));
    }

    static String labelOf(JsonNode component) {
        return component
                .path("label")
                .asText(component.path("dateLabel").asText(component.path("key").asText()));
    }

    /** Whether it is not there, with what was sent; what was sent for it all the same goes no further. */
    boolean isHidden(Map<String, Object> sent, Supplier<Map<String, Object>> shown) {
        return hide.condition().isPresent() && hide.hides(HideRule.together(shown.get(), sent));
    }

    /** Empty where nothing was entered and nothing had to be. */
    Optional<Object> accept(@Nullable Object sent) {
        if (sent == null || rule.isBlank(sent)) {
            if (required) {
                throw new BrokenRule("「" + label + "」は必須項目です。");
            }
            return rule.blank();
        }
        try {
            return Optional.of(rule.read(sent));
        } catch (BrokenRule broken) {
            throw new BrokenRule("「" + label + "」: " + broken.getMessage());
        }
    }
}
