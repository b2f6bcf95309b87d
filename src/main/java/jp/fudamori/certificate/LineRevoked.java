package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;

/** The certificate of a line was revoked, for the first and only time. */
public record LineRevoked(LineNumber line, RevocationReason reason) {}
