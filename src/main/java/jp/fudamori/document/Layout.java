package jp.fudamori.document;

import java.util.ArrayList;
import java.util.List;
import jp.fudamori.document.SourceText.Block;
import jp.fudamori.document.SourceText.Kind;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;
import jp.fudamori.paper.Typesetting;

/** Breaks a document into lines and lines into pages; nothing is drawn yet, so that the contents can tell pages. */
final class Layout {

    static final float TOP = 28;
    private static final float BOTTOM = 272;
    private static final float INDENT = 7;
    private static final float LABEL_WIDTH = 45;

    /**
     * A line in its place.
     *
     * @param y baseline, millimetres from the top
     */
    record Line(Kind kind, float x, float y, Style style, String text) {}

    /** @param page 1 for the first page of the text */
    record Entry(Kind kind, String text, int page) {}

    private final Typesetting typesetting;
    private final List<List<Line>> pages = new ArrayList<>();
    private final List<Entry> contents = new ArrayList<>();
    private float y = BOTTOM;

    Layout(Typesetting typesetting, List<Block> blocks) {
        this.typesetting = typesetting;
        blocks.forEach(this::add);
    }

    List<List<Line>> pages() {
        return pages;
    }

    /** Chapters and sections with the pages on which they begin. */
    List<Entry> contents() {
        return contents;
    }

    private void add(Block block) {
        switch (block.kind()) {
            case CHAPTER -> heading(block, Style.bold(14), 9, 40);
            case SECTION -> heading(block, Style.bold(11), 5, 24);
            case ITEM -> item(block.text());
            case ROW -> row(block.text());
            case PARAGRAPH -> paragraph(Kind.PARAGRAPH, Sheet.LEFT, block.text(), 2.2f);
        }
    }

    /** Stays together with the lines below it: where there is no room for these, both go to the next page. */
    private void heading(Block block, Style style, float before, float needed) {
        room(needed);
        y += y == TOP ? 0 : before;
        contents.add(new Entry(block.kind(), block.text(), pages.size()));
        lines(block.kind(), Sheet.LEFT, style, block.text(), Sheet.RIGHT - Sheet.LEFT);
        y += 2.5f;
    }

    private void item(String text) {
        room(body().leading());
        put(Kind.ITEM, Sheet.LEFT + 2, body(), "・");
        paragraph(Kind.ITEM, Sheet.LEFT + INDENT, text, 1);
    }

    /** Label to the left, value to the right, both as many lines as they need. */
    private void row(String text) {
        var parts = text.split("\\|", 2);
        var value = typesetting.lines(body(), parts[1].strip(), Sheet.RIGHT - Sheet.LEFT - LABEL_WIDTH - 3);
        room(value.size() * body().leading() + 2);
        put(Kind.ROW, Sheet.LEFT + 3, Style.bold(9.5f), parts[0].strip());
        for (var line : value) {
            put(Kind.PARAGRAPH, Sheet.LEFT + LABEL_WIDTH, body(), line);
            y += body().leading();
        }
        y += 1.6f;
    }

    private void paragraph(Kind kind, float x, String text, float after) {
        lines(kind, x, body(), text, Sheet.RIGHT - x);
        y += after;
    }

    private void lines(Kind kind, float x, Style style, String text, float width) {
        for (var line : typesetting.lines(style, text, width)) {
            room(style.leading());
            put(kind, x, style, line);
            y += style.leading();
        }
    }

    private void room(float height) {
        if (y + height > BOTTOM) {
            pages.add(new ArrayList<>());
            y = TOP;
        }
    }

    private void put(Kind kind, float x, Style style, String text) {
        pages.get(pages.size() - 1).add(new Line(kind, x, y, style, text));
    }

    private static Style body() {
        return Style.regular(10);
    }
}
