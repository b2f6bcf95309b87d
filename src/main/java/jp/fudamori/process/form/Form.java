package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.fudamori.process.FormRefusal;

/**
 * What a {@code .form} file asks for. Whatever a browser claims to have checked is checked here again.
 *
 * @param fields what may be entered
 * @param shownValues what is shown only
 * @param layout everything in its order, for pages
 */
public record Form(String id, List<FormField> fields, ShownValues shownValues, FormLayout layout) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> DISPLAY_ONLY = Set.of("text", "html", "image", "spacer", "separator");

    public Form {
        fields = List.copyOf(fields);
    }

    /** A form that asks for nothing, for a task that has none: whatever is sent for it is refused. */
    public static Form empty() {
        return new Form("", List.of(), new ShownValues(Map.of()), new FormLayout(List.of()));
    }

    /** @throws IllegalArgumentException if the form uses a component that is not known here, with its id */
    public static Form read(InputStream file) {
        try {
            var form = JSON.readTree(file);
            return new Form(
                    form.path("id").asText(),
                    components(form)
                            .filter(component -> !isReadOnly(component))
                            .map(FormField::of)
                            .toList(),
                    shown(components(form).filter(Form::isReadOnly)),
                    FormLayout.of(form));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a form", e);
        }
    }

    /**
     * Returns what may go on to the process: for each field that may be entered its value, normalised. What the form
     * only shows may be sent back as it was shown, and goes no further.
     *
     * @param shown looks up the values that are shown; a key is absent where nothing is
     * @throws FormRefusal with a message for each field whose rules are broken, that may not be changed or does not
     *     exist
     */
    public Map<String, Object> accept(Map<String, Object> sent, Supplier<Map<String, Object>> shown) {
        var accepted = new LinkedHashMap<String, Object>();
        var refused = new LinkedHashMap<String, String>();
        var others = new LinkedHashMap<>(sent);
        for (var field : fields) {
            others.remove(field.key());
            if (field.isHidden(sent, shown)) {
                continue;
            }
            try {
                field.accept(sent.get(field.key())).ifPresent(value -> accepted.put(field.key(), value));
            } catch (BrokenRule rule) {
                refused.put(field.key(), rule.getMessage());
            }
        }
        if (!others.isEmpty()) {
            refused.putAll(shownValues.refuse(others, shown.get()));
        }
        if (!refused.isEmpty()) {
            throw new FormRefusal(refused);
        }
        return accepted;
    }

    private static Stream<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(component ->
                        !DISPLAY_ONLY.contains(component.path("type").asText()));
    }

    static boolean isReadOnly(JsonNode component) {
        return component.path("disabled").asBoolean()
                || component.path("readonly").asBoolean();
    }

    private static ShownValues shown(Stream<JsonNode> components) {
        return new ShownValues(components
                .filter(component -> component.has("key"))
                .collect(Collectors.toMap(component -> component.get("key").asText(), FormField::labelOf)));
    }
}
