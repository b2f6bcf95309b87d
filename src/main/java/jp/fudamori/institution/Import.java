package jp.fudamori.institution;

import java.util.List;
import jp.fudamori.sheet.Refused;

/**
 * What became of a file: all of it was taken in, or nothing of it where {@code refused} has entries.
 *
 * @param added rows that the registry did not have
 * @param changed rows that the registry had otherwise
 * @param same rows that the registry had just so
 * @param wrong rows that somebody found wrong before: they still do not count
 * @param refused why nothing was taken in, in the order of the file; 1,000 entries at most
 */
public record Import(int added, int changed, int same, int wrong, List<Refused> refused) {

    public Import {
        refused = List.copyOf(refused);
    }

    static Import of(int added, int changed, int same) {
        return new Import(added, changed, same, 0, List.of());
    }

    static Import refused(List<Refused> refused) {
        return new Import(0, 0, 0, 0, refused);
    }

    public boolean accepted() {
        return refused.isEmpty();
    }
}
