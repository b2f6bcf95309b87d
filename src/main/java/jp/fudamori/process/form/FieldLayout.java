package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.process.FormPart;
import jp.fudamori.process.FormPart.Asked;
import jp.fudamori.process.FormPart.Kind;
import jp.fudamori.process.FormPart.Shown;

/** A component with a value. */
record FieldLayout(Kind kind, String key, Feel.Template label, Feel.Template hint, JsonNode json)
        implements FormLayout.Component {

    private static final Map<String, Kind> KINDS = Map.of(
            "textfield", Kind.LINE,
            "textarea", Kind.LINES,
            "number", Kind.NUMBER,
            "checkbox", Kind.TICK,
            "radio", Kind.RADIO,
            "select", Kind.LIST,
            "datetime", Kind.DAY);

    static FieldLayout of(JsonNode json) {
        return new FieldLayout(
                KINDS.getOrDefault(json.path("type").asText(), Kind.LINE),
                json.path("key").asText(),
                Feel.template(FormField.labelOf(json)),
                Feel.template(json.path("description").asText("")),
                json);
    }

    @Override
    public Optional<FormPart> part(Map<String, Object> shown, Map<String, String> entered) {
        if (Form.isReadOnly(json)) {
            return Optional.of(new Shown(key, label.fill(shown), inWords(FormLayout.textOf(shown.get(key)))));
        }
        var value = entered.containsKey(key) ? entered.get(key) : FormLayout.textOf(shown.get(key));
        var validate = json.path("validate");
        return Optional.of(new Asked(
                kind,
                key,
                label.fill(shown),
                hint.fill(shown),
                validate.path("required").asBoolean(),
                validate.path("maxLength").asInt(0),
                options(),
                FormLayout.textOf(value)));
    }

    private String inWords(String value) {
        if (kind == Kind.TICK) {
            return value.equals("true") ? "はい" : "いいえ";
        }
        return options().getOrDefault(value, value);
    }

    private Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        json.path("values")
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        return options;
    }
}
