package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;

/** A clinic has fetched its certificate for the first time; so the letter has arrived. */
public record CertificateDownloaded(LineNumber line) {}
