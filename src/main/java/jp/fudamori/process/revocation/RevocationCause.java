package jp.fudamori.process.revocation;

import java.util.Map;
import java.util.Optional;
import jp.fudamori.ca.RevocationReason;

/** The words of the forms for why something is revoked, as the codes of RFC 5280 [SOURCES: revocation-reason]. */
final class RevocationCause {

    private static final Map<String, RevocationReason> REASONS = Map.of(
            "terminal-gone", RevocationReason.CESSATION_OF_OPERATION,
            "closing", RevocationReason.CESSATION_OF_OPERATION,
            "cessation", RevocationReason.CESSATION_OF_OPERATION,
            "lost", RevocationReason.KEY_COMPROMISE,
            "key-compromise", RevocationReason.KEY_COMPROMISE,
            "affiliation-changed", RevocationReason.AFFILIATION_CHANGED,
            "privilege-withdrawn", RevocationReason.PRIVILEGE_WITHDRAWN);

    private RevocationCause() {}

    /** @throws IllegalArgumentException for a word that no form offers */
    static RevocationReason reason(String cause) {
        return Optional.ofNullable(REASONS.get(cause))
                .orElseThrow(() -> new IllegalArgumentException("not a cause: " + cause));
    }
}
