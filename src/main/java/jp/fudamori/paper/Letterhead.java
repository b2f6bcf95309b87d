package jp.fudamori.paper;

import java.io.IOException;
import java.time.LocalDate;
import jp.fudamori.common.JapaneseDates;

/** Date, reference and sender at the top right of a first page, with marks for folding it twice. */
public final class Letterhead {

    private static final Style BODY = Style.regular(10.5f);
    private static final Style SMALL = Style.regular(9);
    private static final float SENDER_LEFT = 126;

    private final Office office;

    public Letterhead(Office office) {
        this.office = office;
    }

    /** @param reference with its label: {@code 通知書番号　2026-000042} */
    public void draw(Sheet sheet, LocalDate day, String reference) throws IOException {
        foldMarks(sheet);
        sheet.textRight(Sheet.RIGHT, 20, BODY, JapaneseDates.plain(day));
        sheet.textRight(Sheet.RIGHT, 26, BODY, reference);
        sender(sheet);
    }

    /** For a sheet folded twice into an envelope of 235 × 120 mm. */
    private static void foldMarks(Sheet sheet) throws IOException {
        sheet.rule(4, 99, 9);
        sheet.rule(4, 198, 9);
    }

    private void sender(Sheet sheet) throws IOException {
        var width = Sheet.RIGHT - SENDER_LEFT;
        var y = sheet.paragraph(SENDER_LEFT, 38, width, Style.bold(10), office.name());
        sheet.text(SENDER_LEFT, y, SMALL, "〒" + office.postalCode());
        y = sheet.paragraph(SENDER_LEFT, y + SMALL.leading(), width, SMALL, office.address());
        sheet.text(SENDER_LEFT, y, SMALL, "電話 " + office.phone());
    }
}
