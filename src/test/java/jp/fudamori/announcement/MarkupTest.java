package jp.fudamori.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @Test
    void partsATextIntoHeadingsParagraphsAndLists() {
        var read = shape("""
                ## 対象
                一行目
                二行目

                つぎの段落
                - 甲
                - 乙
                1. はじめ
                2. おわり
                """);

        assertThat(read).isEqualTo("HEADING[対象] PARAGRAPH[一行目|二行目] PARAGRAPH[つぎの段落] ITEMS[甲|乙] STEPS[はじめ|おわり]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "[手引き](/documents/guide-1.0.pdf)を見る; 手引き→/documents/guide-1.0.pdf を見る",
                "先に[外](https://example.jp/a?b=c#d)へ; 先に 外→https://example.jp/a?b=c#d へ",
            })
    void readsLinks(String text, String spans) {
        assertThat(spans(text)).isEqualTo(spans);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert`1`)",
                "[x](data:text/html,abc)",
                "[x](http://example.jp/)",
                "[x](//example.jp/)",
                "[x](/\\example.jp/)",
                "[x](vbscript:a)",
                "<script>alert(1)</script>",
                "[a\"onmouseover=\"b](relative)"
            })
    void leavesEverythingElseAsText(String text) {
        assertThat(spans(text)).isEqualTo(text);
    }

    private static String shape(String text) {
        return Markup.read(text).stream()
                .map(block -> block.kind()
                        + block.lines().stream()
                                .map(line ->
                                        line.stream().map(Markup.Span::text).collect(Collectors.joining()))
                                .collect(Collectors.joining("|", "[", "]")))
                .collect(Collectors.joining(" "));
    }

    private static String spans(String text) {
        return Markup.read(text).get(0).lines().get(0).stream()
                .map(span -> span.address().isEmpty() ? span.text() : span.text() + "→" + span.address())
                .collect(Collectors.joining(" "));
    }
}
