package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our Japanese of the web apps against the English that is shipped; an upgrade that adds a text fails here. */
class WebAppLocalesTest {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}|\\{}|%[sd]");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern NOT_READ = Pattern.compile(PLACEHOLDER + "|<[^>]*>|\\[[^]]*]");

    /** Texts that are the same in Japanese, or that are left empty. */
    private static final Set<String> NEUTRAL =
            Set.of("", "<", "<=", ">", ">=", "ID", "OK", "CSV", "JSON", "Optimize", "{{dayContext}}");

    /** What the office calls by these names as well; and the shape of a date, which the browser wants in this form. */
    private static final Set<String> NAMES = Set.of(
            "ID API BPMN CSV DMN JSON LDAP XML DI EDE FNI PI TU Camunda Ctrl README docs adr cockpit tasklist resolve"
                    .split(" "));

    private static final Set<String> DATE_SHAPES = Set.of("yyyy", "YYYY", "MM", "ddTHH", "DDTHH", "mm", "ss");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void hasTheKeysOfTheShippedEnglish(String app) {
        assertThat(WebAppFiles.texts(app, "ja"))
                .containsOnlyKeys(WebAppFiles.texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void keepsThePlaceholders(String app) {
        var english = WebAppFiles.texts(app, "en");

        assertThat(WebAppFiles.texts(app, "ja"))
                .allSatisfy((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void leavesNoEnglish(String app) {
        assertThat(WebAppFiles.texts(app, "ja")).allSatisfy((key, text) -> {
            if (!key.startsWith("dateLocales.") && !NEUTRAL.contains(text) && !isDateShape(text)) {
                assertThat(text).as(key).containsPattern(JAPANESE);
                assertThat(words(text)).as(key).allMatch(word -> NAMES.contains(word) || DATE_SHAPES.contains(word));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void writesDatesAsInJapan(String app) {
        assertThat(WebAppFiles.texts(app, "ja"))
                .containsEntry("dateLocales.longDateFormat.LL", "YYYY年M月D日")
                .containsEntry("dateLocales.months.0", "1月")
                .containsEntry("dateLocales.weekdays.0", "日曜日")
                .containsEntry("dateLocales.week.dow", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void overlaysTheFilesOfTheWebJar(String app) throws IOException {
        for (var file : List.of("locales/ja.json", "scripts/config.js", "styles/user-styles.css")) {
            assertThat(WebAppFiles.file("app/" + app + "/" + file).getURL())
                    .as(file)
                    .hasProtocol("file");
        }
        assertThat(WebAppFiles.file("app/" + app + "/locales/ja.json").getContentAsByteArray())
                .as("no byte order mark")
                .startsWith('{');
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void speaksJapaneseWhateverTheBrowserAsksFor(String app) {
        assertThat(WebAppFiles.read("app/" + app + "/scripts/config.js"))
                .contains("locales: { availableLocales: ['ja'], fallbackLocale: 'ja' }", "vendor: '札守'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tasklist/styles/user-styles",
                "cockpit/styles/user-styles",
                "admin/styles/user-styles",
                "welcome/styles/user-styles",
                "fudamori/webapp"
            })
    void saysToTheBrowserThatTheStylesAreUtf8(String styles) {
        assertThat(WebAppFiles.read("app/" + styles + ".css")).startsWith("@charset \"UTF-8\";");
    }

    private static boolean isDateShape(String text) {
        return words(text).stream().allMatch(DATE_SHAPES::contains);
    }

    private static List<String> words(String text) {
        return found(LATIN, NOT_READ.matcher(text).replaceAll(""));
    }

    private static List<String> placeholders(String text) {
        return found(PLACEHOLDER, text);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
