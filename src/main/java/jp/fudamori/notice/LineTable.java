package jp.fudamori.notice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;
import jp.fudamori.paper.Typesetting;

/** The certificates of a letter, one below the other: position, terminal, serial number, validity. */
final class LineTable {

    private static final Style HEAD = Style.bold(8.5f);
    private static final Style BODY = Style.regular(9);
    private static final Style SMALL = Style.regular(8.5f);
    private static final float POSITION = Sheet.LEFT + 2;
    private static final float TERMINAL = Sheet.LEFT + 12;
    private static final float TERMINAL_WIDTH = 63;
    private static final float SERIAL = 98;
    private static final float VALIDITY = 158;
    private static final float HEAD_HEIGHT = 6.5f;
    private static final float PADDING = 2.6f;

    private final Typesetting typesetting;
    private final LetterLabels labels;

    LineTable(Typesetting typesetting, LetterLabels labels) {
        this.typesetting = typesetting;
        this.labels = labels;
    }

    /** Millimetres, with the header. */
    float height(List<LetterContents.Line> lines) {
        return HEAD_HEIGHT + (float) lines.stream().mapToDouble(this::height).sum();
    }

    /** Divides the lines among pages of the given room, in millimetres. */
    List<List<LetterContents.Line>> pages(List<LetterContents.Line> lines, float room) {
        var pages = new ArrayList<List<LetterContents.Line>>();
        var page = new ArrayList<LetterContents.Line>();
        for (var line : lines) {
            page.add(line);
            if (height(page) > room) {
                pages.add(List.copyOf(page.subList(0, page.size() - 1)));
                page.clear();
                page.add(line);
            }
        }
        pages.add(List.copyOf(page));
        return pages;
    }

    /** Returns the lower edge. */
    float draw(Sheet sheet, float top, List<LetterContents.Line> lines) throws IOException {
        sheet.shade(Sheet.LEFT, top, Sheet.RIGHT - Sheet.LEFT, HEAD_HEIGHT);
        sheet.text(POSITION, top + 4.5f, HEAD, labels.get("line"));
        sheet.text(TERMINAL, top + 4.5f, HEAD, labels.get("terminal-name"));
        sheet.text(SERIAL, top + 4.5f, HEAD, labels.get("serial"));
        sheet.text(VALIDITY, top + 4.5f, HEAD, labels.get("validity"));
        top += HEAD_HEIGHT;
        sheet.rule(Sheet.LEFT, top, Sheet.RIGHT);
        for (var line : lines) {
            top = draw(sheet, top, line);
        }
        return top;
    }

    private float draw(Sheet sheet, float top, LetterContents.Line line) throws IOException {
        var y = top + 4.6f;
        sheet.text(POSITION, y, BODY, "%02d".formatted(line.number().position()));
        sheet.paragraph(TERMINAL, y, TERMINAL_WIDTH, BODY, line.terminalName());
        sheet.text(SERIAL, y, BODY, line.serial());
        sheet.text(VALIDITY, y, SMALL, JapaneseDates.plain(line.notBefore()) + "から");
        sheet.text(VALIDITY, y + SMALL.leading(), SMALL, JapaneseDates.plain(line.notAfter()) + "まで");
        sheet.rule(Sheet.LEFT, top + height(line), Sheet.RIGHT);
        return top + height(line);
    }

    private float height(LetterContents.Line line) {
        var rows = typesetting.lines(BODY, line.terminalName(), TERMINAL_WIDTH).size();
        return Math.max(rows * BODY.leading(), 2 * SMALL.leading()) + PADDING;
    }
}
