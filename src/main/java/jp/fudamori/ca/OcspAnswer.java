package jp.fudamori.ca;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer to a relying party.
 *
 * @param der OCSPResponse (RFC 6960, 4.2.1)
 * @param validity empty for an error, which nobody signed
 * @param isForAll whether caches may hand it to others who ask the same: it repeats no nonce
 */
public record OcspAnswer(byte[] der, Optional<Validity> validity, boolean isForAll) {

    /** @param nextUpdate when there will be newer information at the latest */
    public record Validity(Instant thisUpdate, Instant nextUpdate) {}
}
