package jp.fudamori.institution;

import java.util.List;

/**
 * What became of a file: all of it was taken in, or nothing of it where {@code refused} has entries.
 *
 * @param added rows that the registry did not have
 * @param changed rows that the registry had otherwise
 * @param same rows that the registry had just so
 * @param refused why nothing was taken in, in the order of the file; 1,000 entries at most
 */
public record Import(int added, int changed, int same, List<Refused> refused) {

    public Import {
        refused = List.copyOf(refused);
    }

    static Import refused(List<Refused> refused) {
        return new Import(0, 0, 0, refused);
    }

    public boolean accepted() {
        return refused.isEmpty();
    }

    /**
     * One thing that is wrong with a file.
     *
     * @param line 1 for the header; 0 where it concerns the whole file
     * @param column Japanese name of the column; empty where it concerns the whole line
     * @param reason for the operator, in Japanese; never repeats what stood there
     */
    public record Refused(long line, String column, String reason) {}
}
