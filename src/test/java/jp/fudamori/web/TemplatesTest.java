package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");

    /** Thymeleaf replaces an element before it looks at the condition that stands beside. */
    @Test
    void noConditionStandsWhereNobodyReadsIt() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(templates.filter(Files::isRegularFile).flatMap(TemplatesTest::tags))
                    .isNotEmpty()
                    .noneMatch(tag ->
                            tag.contains("th:replace=") && (tag.contains("th:if=") || tag.contains("th:unless=")));
        }
    }

    private static Stream<String> tags(Path template) {
        try {
            return TAG.matcher(Files.readString(template)).results().map(found -> template + ": " + found.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
