package jp.fudamori.ca;

import java.time.Instant;

/**
 * A small 失効リスト (CRL), such as that of a root.
 *
 * @param number grows with every list of the generation (RFC 5280, 5.2.3)
 * @param nextUpdate relying parties must not use the list any longer
 * @param der CertificateList (RFC 5280, 5.1)
 */
public record RevocationList(long number, Instant thisUpdate, Instant nextUpdate, byte[] der) {}
