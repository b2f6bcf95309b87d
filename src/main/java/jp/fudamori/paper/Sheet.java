package jp.fudamori.paper;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A page of A4 being drawn. Lengths are millimetres from the top left corner; a text stands on its baseline. */
public final class Sheet implements Closeable {

    public static final float WIDTH = 210;
    public static final float LEFT = 20;
    public static final float RIGHT = WIDTH - LEFT;
    public static final float MILLIMETRES_PER_POINT = 25.4f / 72;

    private static final Color INK = new Color(0x1a1a1a);
    private static final Color ACCENT = new Color(0x1f3a5f);
    private static final Color RULE = new Color(0x9aa5b1);
    private static final Color SHADE = new Color(0xeef2f6);

    private final Typesetting typesetting;
    private final PDPageContentStream stream;

    Sheet(PDDocument document, Typesetting typesetting) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        this.typesetting = typesetting;
        this.stream = new PDPageContentStream(document, page);
    }

    public void text(float x, float y, Style style, String text) throws IOException {
        text(x, y, style, text, INK);
    }

    public void textRight(float right, float y, Style style, String text) throws IOException {
        text(right - typesetting.width(style, text), y, style, text);
    }

    public void textCentred(float y, Style style, String text) throws IOException {
        text((WIDTH - typesetting.width(style, text)) / 2, y, style, text, ACCENT);
    }

    /** Sets a text that must not be broken, smaller where it would be wider than {@code width}. */
    public void word(float x, float y, float width, Style style, String text) throws IOException {
        var shrink = Math.min(1, width / typesetting.width(style, text));
        text(x, y, new Style(style.size() * shrink, style.bold()), text);
    }

    /** Sets a text in as many lines as it needs and returns the baseline of the line after it. */
    public float paragraph(float x, float y, float width, Style style, String text) throws IOException {
        for (var line : typesetting.lines(style, text, width)) {
            text(x, y, style, line);
            y += style.leading();
        }
        return y;
    }

    /** Height of a text in as many lines as it needs. */
    public float height(Style style, String text, float width) {
        return typesetting.lines(style, text, width).size() * style.leading();
    }

    /** Heading with a bar before it; returns the baseline of the text below. */
    public float heading(float y, String text) throws IOException {
        var style = Style.bold(11.5f);
        box(LEFT, y - 4.1f, 1.4f, 5.2f, ACCENT);
        text(LEFT + 4, y, style, text, ACCENT);
        return y + 8;
    }

    /** Item that begins with a mark and hangs to the right of it. */
    public float item(float y, Style style, String mark, String text) throws IOException {
        text(LEFT + 1, y, style, mark);
        return paragraph(LEFT + 8, y, RIGHT - LEFT - 8, style, text) + 1;
    }

    public void rule(float x1, float y, float x2) throws IOException {
        stream.setStrokingColor(RULE);
        stroke(0.3f, x1, y, x2);
    }

    /** Where the paper is to be cut or torn. */
    public void dashedRule(float x1, float y, float x2) throws IOException {
        stream.setStrokingColor(RULE);
        stream.setLineDashPattern(new float[] {3, 3}, 0);
        stroke(0.6f, x1, y, x2);
        stream.setLineDashPattern(new float[0], 0);
    }

    public void strongRule(float x1, float y, float x2) throws IOException {
        stream.setStrokingColor(ACCENT);
        stroke(1.1f, x1, y, x2);
    }

    public void shade(float x, float top, float width, float height) throws IOException {
        box(x, top, width, height, SHADE);
    }

    /** Area that a scanner reads as dark. */
    public void dark(float x, float top, float width, float height) throws IOException {
        box(x, top, width, height, Color.BLACK);
    }

    /** Empty frame. */
    public void frame(float x, float top, float width, float height) throws IOException {
        stream.setStrokingColor(ACCENT);
        stream.setLineWidth(1.1f);
        stream.addRect(points(x), fromBottom(top + height), points(width), points(height));
        stream.stroke();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void text(float x, float y, Style style, String text, Color color) throws IOException {
        stream.beginText();
        stream.setNonStrokingColor(color);
        stream.setFont(typesetting.font(style), style.size());
        stream.newLineAtOffset(points(x), fromBottom(y));
        stream.showText(typesetting.printable(text));
        stream.endText();
    }

    private void box(float x, float top, float width, float height, Color color) throws IOException {
        stream.setNonStrokingColor(color);
        stream.addRect(points(x), fromBottom(top + height), points(width), points(height));
        stream.fill();
    }

    private void stroke(float thickness, float x1, float y, float x2) throws IOException {
        stream.setLineWidth(thickness);
        stream.moveTo(points(x1), fromBottom(y));
        stream.lineTo(points(x2), fromBottom(y));
        stream.stroke();
    }

    private static float points(float millimetres) {
        return millimetres / MILLIMETRES_PER_POINT;
    }

    private static float fromBottom(float y) {
        return PDRectangle.A4.getHeight() - points(y);
    }
}
