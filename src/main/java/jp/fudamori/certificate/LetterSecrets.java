package jp.fudamori.certificate;

/** Stands in until the real record is merged. */
public record LetterSecrets(String referenceId, String authorizationCode, String password) {}
