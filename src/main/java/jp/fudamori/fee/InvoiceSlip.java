package jp.fudamori.fee;

import java.io.IOException;
import java.util.List;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.PrintedTable.Column;
import jp.fudamori.paper.AddressWindow;
import jp.fudamori.paper.Addressee;
import jp.fudamori.paper.Letterhead;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Paper;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;

/** 払込請求書 of one institution: what it owes, until when, and a part to hand in with the payment. */
final class InvoiceSlip {

    private static final Style BODY = Style.regular(10.5f);
    private static final Style SMALL = Style.regular(9);
    private static final float WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final float ROW = 5.8f;
    private static final float TABLE_TOP = 128;
    private static final int ROWS_ON_FIRST_PAGE = 9;
    private static final int ROWS_ON_FURTHER_PAGE = 40;
    private static final float CUT = 215;

    private final Statement statement;
    private final List<StatementEntry> entries;
    private final Closing closing;
    private final Office office;
    private final String payee;

    InvoiceSlip(
            Statement statement, List<StatementEntry> entries, Closing closing, Office office, FeeSettings settings) {
        this.statement = statement;
        this.entries = List.copyOf(entries);
        this.closing = closing;
        this.office = office;
        this.payee = settings.payee();
    }

    /** Draws one page, and more only where the entries do not fit on it. */
    void draw(Paper paper) throws IOException {
        var fits = entries.size() <= ROWS_ON_FIRST_PAGE;
        try (var sheet = paper.sheet()) {
            head(sheet, new AddressWindow(paper.typesetting(), addressee()));
            demand(sheet);
            firstPage(sheet, fits);
            coupon(sheet);
        }
        for (int from = 0; !fits && from < entries.size(); from += ROWS_ON_FURTHER_PAGE) {
            try (var sheet = paper.sheet()) {
                furtherPage(sheet, from, Math.min(from + ROWS_ON_FURTHER_PAGE, entries.size()));
            }
        }
    }

    private Addressee addressee() {
        var addressee = statement.addressee();
        return new Addressee(addressee.postalCode(), addressee.address(), addressee.name(), "御中");
    }

    private void head(Sheet sheet, AddressWindow window) throws IOException {
        window.draw(sheet, "発行料払込請求書在中");
        var closed = closing.at().atZone(JapaneseDates.TOKYO).toLocalDate();
        new Letterhead(office).draw(sheet, closed, "請求番号　" + statement.number());
        sheet.textCentred(78, Style.bold(18), "電子証明書発行料　払込請求書");
        sheet.strongRule(Sheet.LEFT, 82.5f, Sheet.RIGHT);
        sheet.paragraph(
                Sheet.LEFT,
                90,
                WIDTH,
                BODY,
                "%s分の電子証明書の発行料を、下記のとおりご請求します。".formatted(MonthClosing.japanese(closing.month())));
    }

    private void demand(Sheet sheet) throws IOException {
        sheet.frame(Sheet.LEFT, 96, WIDTH, 27);
        sheet.text(Sheet.LEFT + 5, 103, Style.bold(10), "ご請求金額（税込）");
        sheet.text(Sheet.LEFT + 5, 116, Style.bold(24), Yen.of(statement.amountYen()));
        sheet.text(112, 103, Style.bold(10), "支払期限");
        sheet.text(112, 110.5f, Style.bold(14), JapaneseDates.day(closing.paymentDue()));
        sheet.text(112, 118.5f, BODY, "医療機関コード　" + statement.institution());
    }

    private void firstPage(Sheet sheet, boolean fits) throws IOException {
        var table = table(sheet);
        var top = table.heading(TABLE_TOP);
        if (fits) {
            top = rows(table, top, entries);
        } else {
            top = table.row(top, List.of("次の用紙のとおり", "", "", String.valueOf(pieces()), Yen.of(statement.amountYen())));
        }
        total(table, top);
        var y = sheet.item(CUT - 15, SMALL, "・", "振込手数料は、お客様のご負担となります。");
        sheet.item(y - 1, SMALL, "・", "お問い合わせ先　%s　電話 %s　%s".formatted(office.name(), office.phone(), office.hours()));
    }

    private void furtherPage(Sheet sheet, int from, int to) throws IOException {
        sheet.text(
                Sheet.LEFT,
                22,
                Style.bold(12),
                "発行料の内訳　" + statement.addressee().name());
        sheet.textRight(
                Sheet.RIGHT,
                29,
                SMALL,
                "請求番号　%s　　%d件中 %d〜%d件目".formatted(statement.number(), entries.size(), from + 1, to));
        var table = table(sheet);
        var top = rows(table, table.heading(33), entries.subList(from, to));
        if (to == entries.size()) {
            total(table, top);
        }
    }

    private static PrintedTable table(Sheet sheet) {
        return new PrintedTable(
                sheet,
                List.of(
                        Column.text("受付番号", Sheet.LEFT),
                        Column.text("計上日", 62),
                        Column.text("摘要", 104),
                        Column.number("枚数", 152),
                        Column.number("金額", Sheet.RIGHT)),
                Style.regular(9.5f),
                ROW);
    }

    private static float rows(PrintedTable table, float top, List<StatementEntry> entries) throws IOException {
        for (var entry : entries) {
            top = table.row(
                    top,
                    List.of(
                            entry.consentReference(),
                            JapaneseDates.plain(entry.on()),
                            entry.cancellation() ? "発行料の取消し" : "電子証明書の発行",
                            String.valueOf(entry.pieces()),
                            Yen.of(entry.amountYen())));
        }
        return top;
    }

    private void total(PrintedTable table, float top) throws IOException {
        table.total(top, List.of("合計", "", "", "", Yen.of(statement.amountYen())));
    }

    private int pieces() {
        return entries.stream().mapToInt(StatementEntry::pieces).sum();
    }

    private void coupon(Sheet sheet) throws IOException {
        sheet.dashedRule(8, CUT, Sheet.WIDTH - 8);
        sheet.text(Sheet.LEFT, CUT + 8, Style.bold(12), "払込票");
        sheet.textRight(Sheet.RIGHT, CUT + 8, SMALL, "お振込みの際に、この票をお使いください");
        var y = couponRow(sheet, CUT + 11, "払込先", payee);
        y = couponRow(sheet, y, "請求番号", statement.number() + "（お振込人名の前に付けてください）");
        y = couponRow(sheet, y, "払込金額", Yen.of(statement.amountYen()));
        y = couponRow(sheet, y, "支払期限", JapaneseDates.day(closing.paymentDue()));
        y = couponRow(sheet, y, "医療機関コード", statement.institution().value());
        couponRow(sheet, y, "名称", statement.addressee().name());
    }

    private static float couponRow(Sheet sheet, float top, String label, String value) throws IOException {
        var height = 8.4f;
        sheet.shade(Sheet.LEFT, top, 36, height);
        sheet.text(Sheet.LEFT + 3, top + 5.6f, SMALL, label);
        sheet.word(Sheet.LEFT + 40, top + 5.8f, WIDTH - 42, BODY, value);
        sheet.rule(Sheet.LEFT, top + height, Sheet.RIGHT);
        return top + height;
    }
}
