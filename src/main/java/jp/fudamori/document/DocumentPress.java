package jp.fudamori.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.document.Layout.Entry;
import jp.fudamori.document.Layout.Line;
import jp.fudamori.document.SourceText.Kind;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Paper;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;
import jp.fudamori.paper.Typeface;
import org.springframework.stereotype.Component;

/** Lays out documents as PDF: a title page, the contents, then the text; the same text gives the same bytes. */
@Component
class DocumentPress {

    private static final Style SMALL = Style.regular(8.5f);
    private static final int ENTRIES_ON_A_PAGE = 38;

    private final Typeface typeface;
    private final Office office;

    DocumentPress(Typeface typeface, Office office) {
        this.typeface = typeface;
        this.office = office;
    }

    byte[] print(SourceText text) {
        var description = new Paper.Description(text.title() + " 第" + text.version() + "版", office.name(), text.day());
        try (var paper = new Paper(typeface, description)) {
            var layout = new Layout(paper.typesetting(), text.blocks());
            int before = 1 + contentsPages(layout);
            title(paper, text);
            contents(paper, text, layout, before);
            for (int page = 0; page < layout.pages().size(); page++) {
                page(paper, text, layout.pages().get(page), before + page + 1);
            }
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void title(Paper paper, SourceText text) throws IOException {
        try (var sheet = paper.sheet()) {
            sheet.strongRule(Sheet.LEFT, 88, Sheet.RIGHT);
            float y = 108;
            for (var line : paper.typesetting().lines(Style.bold(22), text.title(), 160)) {
                sheet.textCentred(y, Style.bold(22), line);
                y += Style.bold(22).leading();
            }
            sheet.textCentred(y + 2, Style.regular(12), text.subtitle());
            sheet.strongRule(Sheet.LEFT, y + 14, Sheet.RIGHT);
            sheet.textCentred(y + 40, Style.regular(12), "第" + text.version() + "版");
            sheet.textCentred(y + 48, Style.regular(12), JapaneseDates.plain(text.day()));
            sheet.textCentred(244, Style.bold(12), office.name());
            sheet.textCentred(252, SMALL, "この文書は、見本（デモ）の発行センターのものです。実在の機関の規程ではありません。");
        }
    }

    private static int contentsPages(Layout layout) {
        return (layout.contents().size() + ENTRIES_ON_A_PAGE - 1) / ENTRIES_ON_A_PAGE;
    }

    private void contents(Paper paper, SourceText text, Layout layout, int before) throws IOException {
        for (int page = 0; page < contentsPages(layout); page++) {
            int first = page * ENTRIES_ON_A_PAGE;
            var entries =
                    layout.contents().subList(first, Math.min(layout.contents().size(), first + ENTRIES_ON_A_PAGE));
            try (var sheet = paper.sheet()) {
                running(sheet, text, page + 2);
                sheet.text(Sheet.LEFT, 30, Style.bold(14), page == 0 ? "目次" : "目次（続き）");
                contents(sheet, entries, before);
            }
        }
    }

    private static void contents(Sheet sheet, List<Entry> entries, int before) throws IOException {
        float y = 40;
        for (var entry : entries) {
            var chapter = entry.kind() == Kind.CHAPTER;
            var style = chapter ? Style.bold(10) : Style.regular(9.5f);
            sheet.text(Sheet.LEFT + (chapter ? 0 : 6), y, style, entry.text());
            sheet.textRight(Sheet.RIGHT, y, style, String.valueOf(before + entry.page()));
            sheet.rule(Sheet.LEFT, y + 1.8f, Sheet.RIGHT);
            y += 6.1f;
        }
    }

    private void page(Paper paper, SourceText text, List<Line> lines, int number) throws IOException {
        try (var sheet = paper.sheet()) {
            running(sheet, text, number);
            for (var line : lines) {
                if (line.kind() == Kind.ROW) {
                    sheet.rule(Sheet.LEFT, line.y() - 4.6f, Sheet.RIGHT);
                }
                sheet.text(line.x(), line.y(), line.style(), line.text());
                if (line.kind() == Kind.CHAPTER) {
                    sheet.strongRule(Sheet.LEFT, line.y() + 2.4f, Sheet.RIGHT);
                }
            }
        }
    }

    private void running(Sheet sheet, SourceText text, int number) throws IOException {
        sheet.text(Sheet.LEFT, 15, SMALL, text.title());
        sheet.textRight(Sheet.RIGHT, 15, SMALL, "第" + text.version() + "版　" + JapaneseDates.plain(text.day()));
        sheet.rule(Sheet.LEFT, 17.5f, Sheet.RIGHT);
        sheet.text(Sheet.LEFT, 285, SMALL, office.name());
        sheet.textRight(Sheet.RIGHT, 285, SMALL, String.valueOf(number));
    }
}
