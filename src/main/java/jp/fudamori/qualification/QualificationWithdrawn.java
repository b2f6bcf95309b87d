package jp.fudamori.qualification;

/** A clinic has taken back its 利用申請 while it was under review. */
public record QualificationWithdrawn(QualificationNumber number) {}
