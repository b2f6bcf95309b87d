package jp.fudamori.ca;

/**
 * A certificate was revoked, for the first and only time. Announced inside the transaction that revokes.
 *
 * @param generation whose lists must tell it
 */
public record CertificateRevoked(Serial serial, String generation) {}
