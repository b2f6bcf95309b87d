package jp.fudamori.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * BIZ UDGothic in two weights, read once for all papers; both weights have the same characters [SOURCES:
 * letter-typeface].
 */
@Component
public class Typeface {

    private final TrueTypeFont regular = parse("fonts/BIZUDGothic-Regular.ttf");
    private final TrueTypeFont bold = parse("fonts/BIZUDGothic-Bold.ttf");
    private final CmapLookup characters = characters(regular);

    boolean has(int codePoint) {
        return characters.getGlyphId(codePoint) != 0;
    }

    PDFont regular(PDDocument document) throws IOException {
        return PDType0Font.load(document, regular, true);
    }

    PDFont bold(PDDocument document) throws IOException {
        return PDType0Font.load(document, bold, true);
    }

    private static TrueTypeFont parse(String path) {
        try (var file = new ClassPathResource(path).getInputStream()) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false); // a ligature would come out of the PDF as another text
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup characters(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
