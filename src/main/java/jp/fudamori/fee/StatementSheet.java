package jp.fudamori.fee;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import jp.fudamori.fee.Statements.Referenced;
import jp.fudamori.sheet.SheetWriter;

/** The statements of one month and payment method as a file; its last row has the totals. */
final class StatementSheet {

    private static final List<String> HEADER =
            List.of("明細番号", "対象月", "徴収月", "医療機関コード", "医療機関名称", "発行件数", "取消件数", "金額（円・税込）", "発行した枚番", "取り消した枚番");

    private StatementSheet() {}

    static byte[] write(Closing closing, List<Referenced> statements) {
        var rows = new ArrayList<List<String>>();
        statements.forEach(statement -> rows.add(row(closing, statement)));
        rows.add(totals(closing, statements.stream().map(Referenced::statement).toList()));
        return SheetWriter.write(HEADER, rows);
    }

    private static List<String> row(Closing closing, Referenced referenced) {
        var statement = referenced.statement();
        return List.of(
                statement.number(),
                closing.month().toString(),
                closing.collectionMonth().toString(),
                statement.institution().value(),
                statement.addressee().name(),
                String.valueOf(statement.posted()),
                String.valueOf(statement.cancelled()),
                String.valueOf(statement.amountYen()),
                referenced.posted(),
                referenced.cancelled());
    }

    private static List<String> totals(Closing closing, List<Statement> statements) {
        return List.of(
                "合計",
                closing.month().toString(),
                closing.collectionMonth().toString(),
                "",
                "",
                sum(statements, Statement::posted),
                sum(statements, Statement::cancelled),
                sum(statements, Statement::amountYen),
                "",
                "");
    }

    private static String sum(List<Statement> statements, ToLongFunction<Statement> number) {
        return String.valueOf(statements.stream().mapToLong(number).sum());
    }
}
