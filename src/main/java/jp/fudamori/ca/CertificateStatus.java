package jp.fudamori.ca;

import java.util.Optional;

/**
 * What is known of a certificate that somebody asks for.
 *
 * @param isIssued whether the issuer in question signed a certificate of this serial
 * @param revocation empty for one that is good, or unknown
 */
record CertificateStatus(boolean isIssued, Optional<Revocation> revocation) {}
