package jp.fudamori.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** What the letter calls its numbers and secrets; the official words are not known [SOURCES: letter-content]. */
final class LetterLabels {

    private final Properties labels = new Properties();

    LetterLabels() {
        var file = new ClassPathResource("letter-labels.properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            labels.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param key as in the file {@code letter-labels.properties} */
    String get(String key) {
        var label = labels.getProperty(key);
        if (label == null) {
            throw new IllegalArgumentException("letter-labels.properties lacks " + key);
        }
        return label;
    }
}
