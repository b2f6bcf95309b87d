package jp.fudamori.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What shows through the window of the envelope: 90 × 45 mm, 20 mm from the left and 15 mm from the top of a sheet
 * folded in three [SOURCES: letter-content]. The type shrinks until the address fits.
 */
public final class AddressWindow {

    private static final float LEFT = 23;
    private static final float TOP = 22;
    private static final float WIDTH = 83;
    private static final float HEIGHT = 36;
    private static final float LARGEST = 11;
    private static final float SMALLEST = 4;

    private record Line(Style style, String text) {}

    private final Typesetting typesetting;
    private final Addressee addressee;

    public AddressWindow(Typesetting typesetting, Addressee addressee) {
        this.typesetting = typesetting;
        this.addressee = addressee;
    }

    /** @param remark to the post office, above the address */
    public void draw(Sheet sheet, String remark) throws IOException {
        sheet.text(LEFT, TOP - 1, Style.regular(7.5f), remark);
        var y = TOP;
        for (var line : fittingLines()) {
            y += line.style().leading();
            sheet.text(LEFT, y, line.style(), line.text());
        }
    }

    private List<Line> fittingLines() {
        var size = LARGEST;
        while (size > SMALLEST && height(lines(size)) > HEIGHT) {
            size -= 0.5f;
        }
        return lines(size);
    }

    private List<Line> lines(float size) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Style.regular(size), "〒" + addressee.postalCode()));
        addPhrases(lines, Style.regular(size), addressee.address());
        addPhrases(lines, Style.bold(size), addressee.name());
        add(lines, Style.bold(size), addressee.person());
        return lines;
    }

    /** An address or a name that is too long for one line is broken where its writer left a blank. */
    private void addPhrases(List<Line> lines, Style style, String text) {
        if (typesetting.width(style, text) <= WIDTH) {
            lines.add(new Line(style, text));
        } else {
            Stream.of(text.split("[ 　]+")).forEach(phrase -> add(lines, style, phrase));
        }
    }

    private void add(List<Line> lines, Style style, String text) {
        typesetting.lines(style, text, WIDTH).forEach(line -> lines.add(new Line(style, line)));
    }

    private static double height(List<Line> lines) {
        return lines.stream().mapToDouble(line -> line.style().leading()).sum();
    }
}
