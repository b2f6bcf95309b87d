package jp.fudamori.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without this, a check that sees nothing would pass on every page. */
class ChecksTest {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="ja"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>見本 - 札守</title></head>
            <body><main><h1>見本</h1>%s</main></body></html>
            """;

    @RegisterExtension
    final Windows windows = new Windows();

    private Window showing(String html) {
        var window = windows.open(0, Device.PHONE);
        window.page().setContent(PAGE.formatted(html));
        return window;
    }

    @Test
    void aJapanesePageIsWell() {
        showing("<p>受付番号 20261122-00042、PDF、ID、14 神奈川県 kanagawa、a@example.jp</p>")
                .inspect("checks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Sorry</p>",
                "<button title='Close'>閉じる</button>",
                "<input aria-label='Your name'>",
                "<input placeholder='Search'>",
                "<img alt='Logo' src=''>",
                "<input type='submit' value='Send'>"
            })
    void englishIsFoundWhereverItIsSeenOrReadOut(String html) {
        assertThat(EnglishText.except(List.of()).on(showing(html).page())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p style='display: none'>Hidden</p>", "<script>var english = 'Hidden'</script>"})
    void whatNobodySeesMayBeEnglish(String html) {
        assertThat(EnglishText.except(List.of()).on(showing(html).page())).isEmpty();
    }

    @Test
    void idsOfTheEngineAreEnglishForAllButThoseWhoRunIt() {
        var page = showing("<p>certificate-application:1:ef71 ${reviewDue} reviewApplication</p>")
                .page();

        assertThat(EnglishText.except(List.of()).on(page)).hasSize(1);
        assertThat(EnglishText.exceptIdentifiers().on(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input id='name'>",
                "<img src='data:,'>",
                "<p style='color: #bbb; background: #fff'>薄い字</p>",
                "<a href='/'></a>"
            })
    void axeFindsWhatKeepsPeopleOut(String html) {
        assertThat(Accessibility.violations(showing(html).page())).isNotEmpty();
    }

    @Test
    void scrollingSidewaysAndScriptErrorsFailThePage() {
        assertThatThrownBy(() -> showing("<div style='width: 900px'>幅</div>").inspect("checks"))
                .hasMessageContaining("sideways");
        assertThatThrownBy(() -> {
                    var window = showing("");
                    window.page().evaluate("() => console.error('broken')");
                    window.inspect("checks");
                })
                .hasMessageContaining("broken");
    }
}
