package jp.fudamori.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * Holds what {@code form-ja.js} translates against the forms as they are shipped; an upgrade that adds English fails
 * here.
 */
class TasklistFormWordsTest {

    private static final String CAMUNDA = "META-INF/resources/webjars/camunda/";
    private static final String TASKLIST = CAMUNDA + "app/tasklist/";

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern PUSHED = Pattern.compile("push\\((?:\"([^\"]*)\"|`([^`]*)`)\\)");
    private static final Pattern ENTRY = Pattern.compile("^  '([^']+)': '([^']+)',$", Pattern.MULTILINE);

    private static final String BUNDLE = read(CAMUNDA + "lib/deps.js");
    private static final String SCRIPT = read(TASKLIST + "scripts/form-ja.js");

    @Test
    void translatesEverySentenceOfTheFormValidator() {
        var sentences = PUSHED.matcher(validator())
                .results()
                .map(TasklistFormWordsTest::sentence)
                .toList();

        assertThat(sentences)
                .hasSize(10)
                .allSatisfy(english -> assertThat(inJapanese()).containsKey(english));
    }

    @Test
    void translatesTheSentencesThatTheFormValidatorPutsTogether() {
        assertThat(validator())
                .contains(
                        "\"Value is expected to \"+",
                        "?\"be an integer\":`have at most ${",
                        "} decimal digit${",
                        ">1?\"s\":\"\"}`)+\".\"");

        assertThat(inJapanese())
                .containsKeys(
                        "Value is expected to be an integer.",
                        "Value is expected to have at most {} decimal digit.",
                        "Value is expected to have at most {} decimal digits.");
    }

    @Test
    void translatesOnlyWhatTheBundleSays() {
        assertThat(inJapanese().keySet())
                .filteredOn(english -> !english.startsWith("Value is expected to "))
                .allSatisfy(english -> assertThat(BUNDLE)
                        .as(english)
                        .containsPattern(Pattern.compile("[\"`]" + literally(english) + "[\"`]")));
    }

    @Test
    void translatesIntoJapaneseWithAllThatFormJsPutsIn() {
        assertThat(inJapanese()).allSatisfy((english, japanese) -> {
            assertThat(japanese).containsPattern(JAPANESE);
            if (!english.startsWith("Field must match pattern ")) {
                assertThat(japanese.split("\\{}", -1)).as(english).hasSameSizeAs(english.split("\\{}", -1));
            }
        });
    }

    @Test
    void reachesTheCalendarAndTheErrorOfAField() {
        assertThat(BUNDLE).contains("window.flatpickr=", "}-error-message`", "fjs-form-field-error");
    }

    @Test
    void hidesWhatTheWebAppStillHas() {
        var app = read(TASKLIST + "camunda-tasklist-bootstrap.js")
                + BUNDLE
                + read("META-INF/resources/plugin/tasklist/app/plugin.js");

        assertThat(app)
                .contains(
                        "ng-click=\"save($event)\"",
                        "ce-eol-banner",
                        "create-task-action",
                        "createCommentLink",
                        "instance-link");
    }

    /** The part of form-js that judges what was entered. */
    private static String validator() {
        var first = BUNDLE.indexOf("push(\"Value is not a number.\")");
        var last = "\"Field must be a valid email.\")";
        assertThat(first).isPositive();
        return BUNDLE.substring(first, BUNDLE.indexOf(last, first) + last.length());
    }

    private static String sentence(MatchResult pushed) {
        var text = pushed.group(1) == null ? pushed.group(2) : pushed.group(1);
        return text.replaceAll("\\$\\{[^}]*}", "{}");
    }

    private static String literally(String english) {
        return Pattern.quote(english).replace("{}", "\\E\\$\\{[^}]*}\\Q");
    }

    private static Map<String, String> inJapanese() {
        return ENTRY.matcher(SCRIPT)
                .results()
                .collect(toMap(
                        entry -> entry.group(1), entry -> entry.group(2), (first, second) -> first, TreeMap::new));
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
