package jp.fudamori.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {

    @Test
    void whatFitsIsShownAsItIs() {
        var text = "あ".repeat(ShownText.LONGEST);

        assertThat(ShownText.fitting(text)).isEqualTo(text);
    }

    @Test
    void aLongListEndsWithAWholeLineAndSaysSo() {
        var shown = ShownText.fitting("「受付PC」: 受付番号 20261122-00042\n".repeat(200));

        assertThat(shown).hasSizeLessThanOrEqualTo(ShownText.LONGEST).endsWith("00042\n（以下略）");
    }

    @Test
    void aLongLineIsCutBetweenCharacters() {
        var shown = ShownText.fitting("𠮷".repeat(3000));

        assertThat(shown).hasSizeLessThanOrEqualTo(ShownText.LONGEST).matches("𠮷+\n（以下略）");
    }
}
