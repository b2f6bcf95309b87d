package jp.fudamori.notice;

import java.util.List;
import jp.fudamori.sheet.Refused;

/**
 * What became of a file about posted letters: all of it was taken in, or nothing of it where {@code refused} has
 * entries.
 *
 * @param added rows that were news
 * @param same rows that were known just so
 * @param refused why nothing was taken in, in the order of the file; 1,000 entries at most
 */
public record PostalReport(int added, int same, List<Refused> refused) {

    public PostalReport {
        refused = List.copyOf(refused);
    }

    static PostalReport refused(List<Refused> refused) {
        return new PostalReport(0, 0, refused);
    }

    public boolean accepted() {
        return refused.isEmpty();
    }
}
