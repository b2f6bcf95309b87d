package jp.fudamori.ca;

/** A certificate was revoked, for the first and only time. Announced inside the transaction that revokes. */
public record CertificateRevoked(Serial serial) {}
