package jp.fudamori.account;

/** The way in to an account has changed: whoever came in the old way has to come in again, and the owner is told. */
public record CredentialsChanged(AccountId account) {}
