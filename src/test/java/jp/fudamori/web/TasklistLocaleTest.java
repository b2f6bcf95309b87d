package jp.fudamori.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Holds our Japanese of Tasklist against the web app as it is shipped; an upgrade that adds English fails here. */
class TasklistLocaleTest {

    private static final String CAMUNDA = "META-INF/resources/webjars/camunda/";
    private static final String TASKLIST = CAMUNDA + "app/tasklist/";

    /** Signs, digits, formats for the computer, an empty text, and a sentence that consists of what is put in. */
    private static final Set<String> WITHOUT_JAPANESE = Set.of(
            "labels.NO_TASK_FORM",
            "labels.SEARCH_LESS_THAN",
            "labels.SEARCH_LESS_THAN_EQUALS",
            "labels.SEARCH_GREATER_THAN",
            "labels.SEARCH_GREATER_THAN_EQUALS",
            "labels.AUTH_LOGOUT_THANKS",
            "dateLocales.calendar.sameElse",
            "dateLocales.longDateFormat.L",
            "dateLocales.longDateFormat.LT",
            "dateLocales.week.dow",
            "dateLocales.week.doy");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}|%[sd]");
    private static final Pattern PUSHED = Pattern.compile("push\\((?:\"([^\"]*)\"|`([^`]*)`)\\)");
    private static final Pattern ENTRY = Pattern.compile("^  '([^']+)': '([^']+)',$", Pattern.MULTILINE);

    private static final Map<String, String> ENGLISH = locale("en");
    private static final Map<String, String> OURS = locale("ja");
    private static final String BUNDLE = read(CAMUNDA + "lib/deps.js");
    private static final String SCRIPT = read(TASKLIST + "scripts/form-ja.js");

    @Test
    void hasTheKeysOfTheShippedEnglish() {
        assertThat(OURS).containsOnlyKeys(ENGLISH.keySet());
    }

    @Test
    void keepsThePlaceholders() {
        assertThat(OURS)
                .allSatisfy((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(ENGLISH.get(key))));
    }

    @Test
    void leavesNoEnglish() {
        assertThat(OURS).allSatisfy((key, text) -> {
            if (!WITHOUT_JAPANESE.contains(key)) {
                assertThat(text).as(key).containsPattern(JAPANESE).isNotEqualTo(ENGLISH.get(key));
            }
        });
    }

    @Test
    void isJsonThatEveryBrowserReads() throws IOException {
        assertThat(new ClassPathResource(TASKLIST + "locales/ja.json").getContentAsByteArray())
                .as("no byte order mark")
                .startsWith('{');
    }

    @Test
    void overlaysTheFilesOfTheWebJar() throws IOException {
        for (var path :
                List.of("locales/ja.json", "scripts/config.js", "scripts/form-ja.js", "styles/user-styles.css")) {
            assertThat(new ClassPathResource(TASKLIST + path).getURL()).as(path).hasProtocol("file");
        }
    }

    @Test
    void saysToTheBrowserThatTheStylesAreUtf8() {
        assertThat(read(TASKLIST + "styles/user-styles.css")).startsWith("@charset \"UTF-8\";");
    }

    @Test
    void translatesEverySentenceOfTheFormValidator() {
        var sentences = PUSHED.matcher(validator())
                .results()
                .map(TasklistLocaleTest::sentence)
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

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Map<String, String> locale(String language) {
        try {
            var texts = new TreeMap<String, String>();
            var json = read(TASKLIST + "locales/" + language + ".json").replace("\uFEFF", "");
            collect("", new ObjectMapper().readTree(json), texts);
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

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
