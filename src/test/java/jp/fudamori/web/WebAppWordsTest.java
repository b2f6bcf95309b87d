package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what {@code fudamori/ja.js} translates against the web apps as they are shipped. */
class WebAppWordsTest {

    private static final Pattern ENTRY = Pattern.compile("^  '([^']+)': '([^']+)',$", Pattern.MULTILINE);
    private static final Pattern ATTRIBUTE = Pattern.compile(
            " (?:title|placeholder|uib-tooltip|aria-label)=\\\\?\"([A-Z][A-Za-z]+(?: [a-z]+)+|zoom [a-z]+|reset zoom)\\\\?\"");

    private static final String BUNDLES = Stream.of(
                    "lib/deps.js",
                    "app/cockpit/camunda-cockpit-bootstrap.js",
                    "app/admin/camunda-admin-bootstrap.js",
                    "app/welcome/camunda-welcome-bootstrap.js",
                    "../../plugin/cockpit/app/plugin.js",
                    "../../plugin/admin/app/plugin.js",
                    "app/cockpit/locales/en.json")
            .map(WebAppFiles::read)
            .collect(Collectors.joining("\n"));

    private static final String SCRIPT = WebAppFiles.read("app/fudamori/ja.js");

    @Test
    void translatesOnlyWhatTheBundlesSay() {
        assertThat(ENTRY.matcher(SCRIPT).results())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(BUNDLES).contains(entry.group(1)));
    }

    @Test
    void translatesEveryEnglishSentenceInAnAttribute() {
        var english = ATTRIBUTE
                .matcher(BUNDLES)
                .results()
                .map(found -> found.group(1))
                .filter(text -> !text.startsWith("Powered by")) // the mark of bpmn.io, which its licence protects
                .collect(Collectors.toSet());

        assertThat(english).isNotEmpty();
        assertThat(ENTRY.matcher(SCRIPT).results().map((MatchResult entry) -> entry.group(1)))
                .containsAll(english);
    }

    @Test
    void knowsHowCockpitWritesAMoment() {
        assertThat(BUNDLES).contains("normal:\"YYYY-MM-DD[T]HH:mm:ss\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin", "welcome"})
    void isLoadedByTheWebApps(String app) {
        assertThat(WebAppFiles.read("app/" + app + "/scripts/config.js"))
                .contains("customScripts: ['../fudamori/ja', '../fudamori/login']");
    }

    /** What {@code fudamori/labels.js} takes for granted. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void putsTheLabelsWhereTheWebAppLooksFirst(String app) {
        var bundle = WebAppFiles.read("app/%s/camunda-%s-bootstrap.js".formatted(app, app));

        assertThat(WebAppFiles.read("app/" + app + "/scripts/config.js")).contains("await loadLabels();");
        assertThat(bundle)
                .contains(
                        "\"_locales_data_\"", "window.bust=\"", ".getItem(\"camunda-web\")", "scripts/config.js?bust=");
        assertThat(WebAppFiles.read("app/" + app + "/index.html")).contains("app-name=\"" + app + "\"");
    }

    /** The banner is an operator's business: hidden where clinics and staff look, in Japanese in Cockpit and Admin. */
    @Test
    void showsTheEndOfTheEnginesLifeToThoseWhoCanActOnIt() {
        assertThat(BUNDLES).contains("ce-eol-banner");
        assertThat(Stream.of("tasklist", "welcome").map(WebAppWordsTest::styles))
                .allSatisfy(styles -> assertThat(styles).contains(".ce-eol-banner"));
        assertThat(Stream.of("cockpit", "admin").map(WebAppWordsTest::styles))
                .allSatisfy(styles -> assertThat(styles).doesNotContain(".ce-eol-banner"));
        assertThat(WebAppFiles.texts("cockpit", "ja").get("labels.BANNER_CE_EOL_TEXT"))
                .contains("2025年10月", "docs/adr/0001");
    }

    private static String styles(String app) {
        return WebAppFiles.read("app/" + app + "/styles/user-styles.css");
    }
}
