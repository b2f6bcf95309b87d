package jp.fudamori.ca;

import java.time.Duration;
import java.time.Instant;

/**
 * 失効リスト (CRL) of one generation.
 *
 * @param number grows with every list of the generation (RFC 5280, 5.2.3)
 * @param nextUpdate relying parties must not use the list any longer
 * @param der CertificateList (RFC 5280, 5.1)
 */
public record RevocationList(long number, Instant thisUpdate, Instant nextUpdate, byte[] der) {

    /** Made anew every day, so that three nights may fail before a relying party runs dry. */
    private static final Duration RENEWED_AFTER = Duration.ofHours(24);

    boolean isFresh(Instant now) {
        return now.isBefore(thisUpdate.plus(RENEWED_AFTER));
    }
}
