package jp.fudamori.renewal;

import jp.fudamori.application.LineNumber;

/** The period has begun in which a certificate can be renewed; told once for each. */
public record RenewalOpened(LineNumber line) {}
