package jp.fudamori.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreakerTest {

    private final LineBreaker breaker = new LineBreaker(LineBreakerTest::columns, 10);

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "あいうえお, あいうえお, a line that just fits stays whole",
        "あいうえおか, あいうえお/か, a longer one is broken",
        "あいうえお。, あいうえ/お。, a full stop does not begin a line",
        "あいうえ（お）, あいうえ/（お）, an opening bracket does not end a line",
        "あい download, あい/download, a word of Latin letters stays whole",
        "downloading-now, downloadin/g-now, unless it is wider than a line",
        "'', '', nothing is one empty line",
        "あいうえ\uD842\uDFB7か, あいうえ\uD842\uDFB7/か, a surrogate pair is one character",
    })
    void breaksWhereAReaderExpectsIt(String text, String lines, String because) {
        assertThat(breaker.lines(text)).as(because).isEqualTo(List.of(lines.split("/")));
    }

    /** One for a Latin letter, two for a Japanese character. */
    private static double columns(String text) {
        return text.codePoints().map(character -> character < 0x80 ? 1 : 2).sum();
    }
}
