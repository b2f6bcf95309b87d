package jp.fudamori.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/** The files of Camunda's web apps, ours where we lay one over the web jar's. */
final class WebAppFiles {

    static final String CAMUNDA = "META-INF/resources/webjars/camunda/";

    private WebAppFiles() {}

    static ClassPathResource file(String path) {
        return new ClassPathResource(CAMUNDA + path);
    }

    static String read(String path) {
        try {
            return file(path).getContentAsString(StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Path of each text in a web app's file of one language, such as {@code labels.NAME}, and the text. */
    static Map<String, String> texts(String app, String language) {
        try {
            var texts = new TreeMap<String, String>();
            collect("", new ObjectMapper().readTree(read("app/%s/locales/%s.json".formatted(app, language))), texts);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        }
        node.properties().forEach(field -> collect(joined(path, field.getKey()), field.getValue(), texts));
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            collect(path + "." + index, node.get(index), texts);
        }
    }

    private static String joined(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
