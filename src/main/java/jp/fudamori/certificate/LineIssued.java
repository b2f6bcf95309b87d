package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;

/** The certificate of a line was signed; told within that transaction. */
public record LineIssued(LineNumber line) {}
