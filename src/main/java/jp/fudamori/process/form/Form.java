package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.fudamori.process.FormRefusal;

/**
 * What a {@code .form} file asks for. Whatever a browser claims to have checked is checked here again.
 *
 * @param fields what may be entered; fields that only display something are left out
 */
public record Form(String id, List<FormField> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> DISPLAY_ONLY = Set.of("text", "html", "image", "spacer", "separator");

    public Form {
        fields = List.copyOf(fields);
    }

    /** @throws IllegalArgumentException if the form uses a component whose rules are not known here */
    public static Form read(InputStream file) {
        try {
            var form = JSON.readTree(file);
            return new Form(
                    form.path("id").asText(),
                    components(form).map(FormField::of).toList());
        } catch (IOException e) {
            throw new IllegalArgumentException("not a form", e);
        }
    }

    /**
     * Returns what may go on to the process: for each field that may be entered its value, normalised; everything else
     * that was sent is left behind.
     *
     * @throws FormRefusal with a message for each field whose rules are broken
     */
    public Map<String, Object> accept(Map<String, Object> sent) {
        var accepted = new LinkedHashMap<String, Object>();
        var refused = new LinkedHashMap<String, String>();
        for (var field : fields) {
            try {
                field.accept(sent.get(field.key())).ifPresent(value -> accepted.put(field.key(), value));
            } catch (BrokenRule rule) {
                refused.put(field.key(), rule.getMessage());
            }
        }
        if (!refused.isEmpty()) {
            throw new FormRefusal(refused);
        }
        return accepted;
    }

    private static Stream<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(component ->
                        !DISPLAY_ONLY.contains(component.path("type").asText()))
                .filter(component -> !component.path("disabled").asBoolean()
                        && !component.path("readonly").asBoolean());
    }
}
