package jp.fudamori.reconciliation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.fudamori.reconciliation.Finding.Kind;

/**
 * What a comparison of certificates and fees found.
 *
 * @param issued number of certificates
 * @param fees number of references in the ledger
 * @param counts number of findings of each kind that was found
 * @param findings in the order of references; the first {@link ReconciliationDesk#MOST_FINDINGS} of them
 */
public record Report(long issued, long fees, Map<Kind, Long> counts, List<Finding> findings) {

    public Report {
        var copy = new EnumMap<Kind, Long>(Kind.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        findings = List.copyOf(findings);
    }

    /** Number of findings, also of those that are not listed. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
