package jp.fudamori.sheet;

import java.time.LocalDate;
import java.util.Map;

/** One row of a file whose cells have been found right and brought to one spelling. */
public final class Cells {

    private final Map<Column, String> texts;

    Cells(Map<Column, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Empty where the column is optional and nothing stood there. */
    public String text(Column column) {
        var text = texts.get(column);
        if (text == null) {
            throw new IllegalArgumentException("no such column in the sheet: " + column.english());
        }
        return text;
    }

    /** Only of a {@link Column#day} that is not empty. */
    public LocalDate day(Column column) {
        return Column.day(text(column));
    }
}
