package jp.fudamori.paper;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The typeface within one document: measures text, and keeps account of characters that cannot be printed. */
public final class Typesetting {

    private static final String GETA = "〓";

    private final Typeface typeface;
    private final PDFont regular;
    private final PDFont bold;
    private final Set<String> unprintable = new TreeSet<>();

    Typesetting(Typeface typeface, PDDocument document) throws IOException {
        this.typeface = typeface;
        this.regular = typeface.regular(document);
        this.bold = typeface.bold(document);
    }

    PDFont font(Style style) {
        return style.bold() ? bold : regular;
    }

    /** Returns the characters that were printed as 〓 so far, as themselves or as {@code U+0007}. */
    public Set<String> unprintable() {
        return Set.copyOf(unprintable);
    }

    /** Width in millimetres. */
    public float width(Style style, String text) {
        try {
            return font(style).getStringWidth(printable(text)) / 1000 * style.size() * Sheet.MILLIMETRES_PER_POINT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks a text into lines of at most {@code width} millimetres. */
    public List<String> lines(Style style, String text, float width) {
        return new LineBreaker(piece -> width(style, piece), width).lines(text);
    }

    /**
     * Replaces what the typeface lacks by 〓, as Japanese printers do, so that a reader sees that something is missing.
     */
    String printable(String text) {
        return text.codePoints().mapToObj(this::printable).collect(joining());
    }

    private String printable(int codePoint) {
        var character = Character.toString(codePoint);
        if (typeface.has(codePoint)) {
            return character;
        }
        var visible = !Character.isISOControl(codePoint) && !isVariationSelector(codePoint);
        unprintable.add(visible ? character : "U+%04X".formatted(codePoint));
        return isVariationSelector(codePoint) ? "" : GETA;
    }

    /** Asks for a variant of the character before it, which is printed in its ordinary form instead. */
    private static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
