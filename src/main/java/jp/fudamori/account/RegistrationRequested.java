package jp.fudamori.account;

/** Somebody wants to register, and says that this is their mail address. */
public record RegistrationRequested(RegistrationId registration) {}
