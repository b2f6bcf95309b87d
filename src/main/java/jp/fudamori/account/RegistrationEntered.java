package jp.fudamori.account;

/** Whoever reads the mail of the address has said which clinic they are. */
public record RegistrationEntered(RegistrationId registration) {}
