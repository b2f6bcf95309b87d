package jp.fudamori.certificate;

/** Certificates shall be revoked now, because something else that happened demands it. */
public record RevocationOrdered(RequestId request) {}
