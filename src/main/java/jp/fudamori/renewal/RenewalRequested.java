package jp.fudamori.renewal;

import jp.fudamori.application.LineNumber;

/**
 * A clinic has asked for a renewal and agreed to its fee.
 *
 * @param renewed the certificate that it has
 * @param replacement the line of the application whose certificate takes its place
 */
public record RenewalRequested(LineNumber renewed, LineNumber replacement, RenewalChannel channel) {}
