package jp.fudamori.certificate;

import jp.fudamori.application.ApplicationNumber;

/** A clinic has fetched its certificate for the first time; so the letter has arrived. */
public record CertificateDownloaded(ApplicationNumber number) {}
