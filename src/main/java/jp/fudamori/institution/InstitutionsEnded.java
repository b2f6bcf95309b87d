package jp.fudamori.institution;

import java.util.List;

/**
 * Endings that the registry did not know before. One announcement for a whole file, however long.
 *
 * @param endings one or more
 */
public record InstitutionsEnded(List<Ending> endings) {

    public InstitutionsEnded {
        endings = List.copyOf(endings);
    }
}
