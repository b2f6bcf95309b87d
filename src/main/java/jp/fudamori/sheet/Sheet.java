package jp.fudamori.sheet;

import java.util.List;
import java.util.function.Function;

/**
 * Shape of a file: which columns it has, in any order, and what a row of them stands for.
 *
 * @param key columns that together differ from row to row
 * @param record makes the record from cells that have been found right and brought to one spelling
 */
public record Sheet<T>(List<Column> columns, List<Column> key, Function<Cells, T> record) {

    public Sheet {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        if (key.isEmpty() || !columns.containsAll(key)) {
            throw new IllegalArgumentException("the key must be columns of the sheet");
        }
    }
}
