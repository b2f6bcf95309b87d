package jp.fudamori.fee;

import java.io.IOException;
import java.util.List;
import jp.fudamori.paper.Sheet;
import jp.fudamori.paper.Style;

/** A table on a sheet: a shaded heading, then one line a row. */
final class PrintedTable {

    private static final Style HEADING = Style.bold(9);
    private static final float HEADING_HEIGHT = 7;
    private static final float PADDING = 2;

    private final Sheet sheet;
    private final List<Column> columns;
    private final Style body;
    private final float rowHeight;

    /**
     * @param edge millimetres from the left: where a text begins or a number ends
     * @param number whether it is set to the right
     */
    record Column(String title, float edge, boolean number) {

        static Column text(String title, float left) {
            return new Column(title, left, false);
        }

        static Column number(String title, float right) {
            return new Column(title, right, true);
        }
    }

    /** @param rowHeight millimetres */
    PrintedTable(Sheet sheet, List<Column> columns, Style body, float rowHeight) {
        this.sheet = sheet;
        this.columns = List.copyOf(columns);
        this.body = body;
        this.rowHeight = rowHeight;
    }

    /** Returns the top of the first row. */
    float heading(float top) throws IOException {
        sheet.shade(Sheet.LEFT, top, Sheet.RIGHT - Sheet.LEFT, HEADING_HEIGHT);
        for (var column : columns) {
            cell(column, top + HEADING_HEIGHT - 2.3f, HEADING, column.title());
        }
        return top + HEADING_HEIGHT;
    }

    /** Returns the top of the next row. */
    float row(float top, List<String> cells) throws IOException {
        return row(top, body, cells);
    }

    /** Returns the top of what follows the table. */
    float total(float top, List<String> cells) throws IOException {
        var below = row(top, new Style(body.size(), true), cells);
        sheet.strongRule(Sheet.LEFT, below, Sheet.RIGHT);
        return below;
    }

    private float row(float top, Style style, List<String> cells) throws IOException {
        for (int index = 0; index < columns.size(); index++) {
            cell(columns.get(index), top + rowHeight / 2 + 1.3f, style, cells.get(index));
        }
        sheet.rule(Sheet.LEFT, top + rowHeight, Sheet.RIGHT);
        return top + rowHeight;
    }

    private void cell(Column column, float y, Style style, String text) throws IOException {
        if (column.number()) {
            sheet.textRight(column.edge() - PADDING, y, style, text);
        } else {
            sheet.text(column.edge() + PADDING, y, style, text);
        }
    }
}
