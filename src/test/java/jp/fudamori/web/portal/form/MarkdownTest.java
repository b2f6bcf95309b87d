package jp.fudamori.web.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import jp.fudamori.web.portal.form.Markdown.Block;
import jp.fudamori.web.portal.form.Markdown.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void readsHeadingsParagraphsAndBothKindsOfLists() {
        assertThat(Markdown.read("### 題\n一行目\n二行目\n\n- 甲\n- 乙\n\n1. 先\n2. 後").stream()
                        .map(MarkdownTest::describe))
                .containsExactly("HEADING[題]", "PARAGRAPH[一行目, 二行目]", "ITEMS[甲, 乙]", "STEPS[先, 後]");
    }

    @Test
    void beginsAListAnewAfterABlankLine() {
        assertThat(Markdown.read("- 甲\n\n- 乙")).hasSize(2);
    }

    @Test
    void readsBoldAndLinks() {
        assertThat(spans("**発行料**は[手引き](/documents/guide-1.0.pdf)を"))
                .containsExactly(
                        new Span("発行料", true, ""),
                        new Span("は", false, ""),
                        new Span("手引き", false, "/documents/guide-1.0.pdf"),
                        new Span("を", false, ""));
    }

    @Test
    void leadsPeopleToThePageInsteadOfTheData() {
        assertThat(spans("[20261122-00042](/api/applications/20261122-00042)"))
                .containsExactly(new Span("20261122-00042", false, "/status/20261122-00042"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](https://evil.example/)",
                "[x](//evil.example/)",
                "[x](/\\evil.example)",
                "[x](data:text/html,x)",
                "<a href=\"/x\">y</a>",
                "{{7*7}}",
                "** **",
            })
    void takesForTextWhatIsNoMarkupOfOurs(String text) {
        assertThat(Markdown.read(text).stream()
                        .flatMap(block -> block.lines().stream())
                        .flatMap(List::stream)
                        .filter(span -> !span.address().isEmpty()))
                .isEmpty();
    }

    @Test
    void readsNothingAsNothing() {
        assertThat(Markdown.read(" \n ")).isEmpty();
    }

    private static List<Span> spans(String line) {
        return Markdown.read(line).get(0).lines().get(0);
    }

    private static String describe(Block block) {
        return block.kind()
                + block.lines().stream()
                        .map(line -> line.stream().map(Span::text).collect(Collectors.joining()))
                        .toList()
                        .toString();
    }
}
