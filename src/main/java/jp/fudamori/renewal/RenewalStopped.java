package jp.fudamori.renewal;

import jp.fudamori.application.LineNumber;

/** A certificate is not renewed any more, because the code of its institution has ended; told once for each. */
public record RenewalStopped(LineNumber line) {}
