package jp.fudamori.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

class TypefaceTest {

    private final Typeface typeface = new Typeface();

    @Test
    void bothWeightsHaveTheSameCharacters() throws IOException {
        try (var document = new PDDocument()) {
            var bold = typeface.bold(document);
            var differing = IntStream.rangeClosed(0x20, 0x2FFFF)
                    .filter(typeface::has)
                    .filter(codePoint -> !encodes(bold, codePoint))
                    .count();

            assertThat(differing).isZero();
        }
    }

    private static boolean encodes(PDFont font, int codePoint) {
        try {
            return font.encode(Character.toString(codePoint)).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
