package jp.fudamori.fee;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.PrintedTable.Column;
import jp.fudamori.institution.Prefecture;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.paper.Office;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;

/** 月次集計表: the totals of a closed month, by payment method on page 1, by prefecture on page 2. */
final class StatementSummary {

    private static final Style BODY = Style.regular(10.5f);
    private static final Style SMALL = Style.regular(9);
    private static final float VALUE_LEFT = 70;

    private final Closing closing;
    private final List<Statement> statements;
    private final Office office;

    StatementSummary(Closing closing, List<Statement> statements, Office office) {
        this.closing = closing;
        this.statements = List.copyOf(statements);
        this.office = office;
    }

    /** @param cancelled number of cancellations */
    private record Sum(long institutions, long posted, long cancelled, long amountYen) {

        static Sum of(Stream<Statement> statements) {
            return statements
                    .map(s -> new Sum(1, s.posted(), s.cancelled(), s.amountYen()))
                    .reduce(new Sum(0, 0, 0, 0), Sum::plus);
        }

        Sum plus(Sum other) {
            return new Sum(
                    institutions + other.institutions,
                    posted + other.posted,
                    cancelled + other.cancelled,
                    amountYen + other.amountYen);
        }

        List<String> row(String label) {
            return List.of(
                    label,
                    "%,d".formatted(institutions),
                    "%,d".formatted(posted),
                    "%,d".formatted(cancelled),
                    Yen.of(amountYen));
        }
    }

    void drawTotals(Sheet sheet) throws IOException {
        title(sheet, 1);
        var y = facts(sheet, 40);
        y = sheet.heading(y + 14, "支払方法ごとの集計");
        var table = table(sheet, "支払方法", 8);
        var top = table.heading(y - 3);
        top = table.row(top, sum(of(PaymentMethod.DEDUCTION)).row("診療報酬からの控除"));
        top = table.row(top, sum(of(PaymentMethod.INVOICE)).row("払込請求書による振込み"));
        top = table.total(top, sum(statement -> true).row("合計"));
        notes(sheet, top + 14);
    }

    void drawPrefectures(Sheet sheet) throws IOException {
        title(sheet, 2);
        var y = sheet.heading(42, "都道府県ごとの集計");
        var table = table(sheet, "都道府県", 4.6f);
        var top = table.heading(y - 3);
        for (var prefecture : Prefecture.values()) {
            var sum = sum(statement -> statement.prefecture() == prefecture);
            if (sum.institutions() > 0) {
                top = table.row(top, sum.row(prefecture.code() + " " + prefecture.kanji()));
            }
        }
        table.total(top, sum(statement -> true).row("合計"));
    }

    private void title(Sheet sheet, int page) throws IOException {
        sheet.textCentred(24, Style.bold(18), "発行料 月次集計表　%s分".formatted(MonthClosing.japanese(closing.month())));
        sheet.strongRule(Sheet.LEFT, 29, Sheet.RIGHT);
        sheet.textRight(Sheet.RIGHT, 287, SMALL, "%s　%d／2".formatted(office.name(), page));
    }

    private float facts(Sheet sheet, float top) throws IOException {
        sheet.rule(Sheet.LEFT, top, Sheet.RIGHT);
        top = fact(sheet, top, "対象月", MonthClosing.japanese(closing.month()));
        top = fact(sheet, top, "締めた日時", JapaneseDates.moment(closing.at()));
        top = fact(sheet, top, "締めた職員", closing.by().value());
        top = fact(sheet, top, "徴収月", MonthClosing.japanese(closing.collectionMonth()));
        return fact(sheet, top, "払込みの支払期限", JapaneseDates.day(closing.paymentDue()));
    }

    private static float fact(Sheet sheet, float top, String label, String value) throws IOException {
        var height = 8.6f;
        sheet.shade(Sheet.LEFT, top, VALUE_LEFT - Sheet.LEFT - 4, height);
        sheet.text(Sheet.LEFT + 3, top + 5.8f, BODY, label);
        sheet.word(VALUE_LEFT, top + 5.8f, Sheet.RIGHT - VALUE_LEFT, BODY, value);
        sheet.rule(Sheet.LEFT, top + height, Sheet.RIGHT);
        return top + height;
    }

    private void notes(Sheet sheet, float y) throws IOException {
        y = sheet.heading(y, "ご注意");
        y = sheet.item(y, BODY, "・", "金額は税込みで、計上した発行料から取り消した発行料を差し引いたものです。");
        y = sheet.item(y, BODY, "・", "締めたあとにこの月の分として計上または取消しをしたものは、翌月の集計に入ります。");
        var credits = sum(of(PaymentMethod.INVOICE).and(statement -> statement.amountYen() <= 0));
        if (credits.institutions() > 0) {
            sheet.item(
                    y,
                    BODY,
                    "・",
                    "払込みの医療機関のうち%,d機関は、取消しが計上以上のため払込請求書がありません（合計 %s）。還付の手続きを確認してください。"
                            .formatted(credits.institutions(), Yen.of(credits.amountYen())));
        }
    }

    private static PrintedTable table(Sheet sheet, String label, float rowHeight) {
        return new PrintedTable(
                sheet,
                List.of(
                        Column.text(label, Sheet.LEFT),
                        Column.number("医療機関数", 100),
                        Column.number("発行件数", 126),
                        Column.number("取消件数", 152),
                        Column.number("金額（税込）", Sheet.RIGHT)),
                rowHeight > 5 ? BODY : SMALL,
                rowHeight);
    }

    private Sum sum(Predicate<Statement> which) {
        return Sum.of(statements.stream().filter(which));
    }

    private static Predicate<Statement> of(PaymentMethod method) {
        return statement -> statement.method() == method;
    }
}
