package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.fudamori.process.form.FormStages.Stage;

/**
 * A form filled in rightly but for one field.
 *
 * @param key of the field that is wrong
 * @param label by which the answer must name it
 */
record WrongInput(String key, String label, Map<String, Object> sent) {

    /** Every value that is wrong for one of the components, what they only show, and what the form does not ask for. */
    static Stream<WrongInput> of(List<JsonNode> components, Stage stage) {
        var values = components.stream()
                .filter(component -> !isReadOnly(component))
                .flatMap(component -> BadValues.of(component).map(value -> wrong(stage, component, value)));
        var readOnly =
                components.stream().filter(WrongInput::isReadOnly).map(component -> wrong(stage, component, "改ざん"));
        var extra = Stream.of(
                new WrongInput("decision2", "decision2", with(stage, "decision2", "approve")),
                new WrongInput("draftId", "draftId", with(stage, "draftId", 5)));
        return Stream.of(values, readOnly, extra).flatMap(wrongs -> wrongs);
    }

    static boolean isReadOnly(JsonNode component) {
        return component.path("disabled").asBoolean()
                || component.path("readonly").asBoolean();
    }

    private static WrongInput wrong(Stage stage, JsonNode component, Object value) {
        var key = component.get("key").asText();
        return new WrongInput(key, FormField.labelOf(component), with(stage, key, value));
    }

    private static Map<String, Object> with(Stage stage, String key, Object value) {
        var sent = new HashMap<String, Object>(stage.valid());
        sent.put(key, value);
        return sent;
    }

    String what() {
        var value = String.valueOf(sent.get(key));
        return key + " = " + (value.length() > 60 ? value.substring(0, 60) + "…" : value);
    }
}
