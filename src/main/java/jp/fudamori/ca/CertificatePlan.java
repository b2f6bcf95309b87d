package jp.fudamori.ca;

import java.security.PublicKey;
import java.time.Instant;

/**
 * What a certificate is to say, before anyone has checked it.
 *
 * @param notBefore first moment, inclusive, a whole second (RFC 5280, 4.1.2.5)
 * @param notAfter last moment, inclusive, a whole second
 */
public record CertificatePlan(Subject subject, PublicKey key, Instant notBefore, Instant notAfter) {}
