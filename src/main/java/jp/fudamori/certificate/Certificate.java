package jp.fudamori.certificate;

import java.time.LocalDate;

/** Stands in until the real record is merged. */
public record Certificate(String serial, LocalDate notBefore, LocalDate notAfter, LocalDate downloadUntil) {}
