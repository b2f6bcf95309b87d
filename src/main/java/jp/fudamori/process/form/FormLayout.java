package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.fudamori.process.FormPart;
import org.jspecify.annotations.Nullable;

/** The components of a form in their order. */
public record FormLayout(List<Component> components) {

    public FormLayout {
        components = List.copyOf(components);
    }

    /** @throws IllegalArgumentException if the form uses a component that a page cannot show */
    static FormLayout of(JsonNode form) {
        return new FormLayout(StreamSupport.stream(form.path("components").spliterator(), false)
                .map(FormLayout::component)
                .toList());
    }

    /**
     * @param shown variables of the task
     * @param entered what was entered so far, as text
     */
    public List<FormPart> parts(Map<String, Object> shown, Map<String, String> entered) {
        return components.stream()
                .flatMap(component -> component.part(shown, entered).stream())
                .toList();
    }

    private static Component component(JsonNode json) {
        return HideRule.of(json)
                .over(
                        switch (json.path("type").asText()) {
                            case "text" -> words(json);
                            case "textfield", "textarea", "number", "checkbox", "radio", "select", "datetime" ->
                                FieldLayout.of(json);
                            default ->
                                throw new IllegalArgumentException("a page cannot show the component "
                                        + json.path("id").asText() + " of type "
                                        + json.path("type").asText());
                        });
    }

    private static Component words(JsonNode json) {
        var text = Feel.template(json.path("text").asText());
        return (shown, entered) ->
                Optional.of(text.fill(shown)).filter(words -> !words.isBlank()).map(FormPart.Words::new);
    }

    /** What a component comes to, with what the task shows and what was entered. */
    interface Component {

        Optional<FormPart> part(Map<String, Object> shown, Map<String, String> entered);
    }

    static String textOf(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
