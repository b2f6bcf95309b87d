package jp.fudamori.application;

/**
 * A line was submitted that shall take the place of an older certificate.
 *
 * @param replaced whose place it takes; has a certificate
 */
public record ReplacementAsked(LineNumber line, LineNumber replaced) {}
