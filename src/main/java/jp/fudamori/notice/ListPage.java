package jp.fudamori.notice;

import java.io.IOException;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;

/** A page of the list of certificates, where the cover has no room for it. Shows no secret. */
final class ListPage {

    private static final float TOP = 44;

    /** Millimetres for the table. */
    static final float ROOM = 276 - TOP;

    private final LetterLayout layout;
    private final LetterLabels labels;

    ListPage(LetterLayout layout, LetterLabels labels) {
        this.layout = layout;
        this.labels = labels;
    }

    /** @param page 0 for the first page of the list */
    void draw(Sheet sheet, int page) throws IOException {
        var contents = layout.contents();
        sheet.textCentred(27, Style.bold(18), labels.get("list"));
        sheet.strongRule(Sheet.LEFT, 31.5f, Sheet.RIGHT);
        sheet.text(
                Sheet.LEFT,
                39,
                Style.regular(10),
                labels.get("application-number") + " " + contents.dossier().number() + "　"
                        + contents.dossier().institution().name());
        layout.table().draw(sheet, TOP, layout.listPages().get(page));
        layout.foot(sheet, labels, 2 + page);
    }
}
