package jp.fudamori.sheet;

import java.util.List;

/**
 * What a file brought.
 *
 * @param rows to be used only where nothing was refused; then there is at least one
 * @param refused in the order of the file; {@link SheetReader#MOST_REFUSALS} at most
 */
public record Reading<T>(List<Row<T>> rows, List<Refused> refused) {

    public Reading {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    public boolean accepted() {
        return refused.isEmpty();
    }

    public List<T> values() {
        return rows.stream().map(Row::value).toList();
    }
}
