package jp.fudamori.account;

import java.util.Optional;

/**
 * Somebody asks for a new password.
 *
 * @param account empty where no account has the address: the mail says so
 * @param token for the mail only, and useless without an account
 */
public record PasswordResetRequested(LoginMail mail, Optional<AccountId> account, LinkToken token) {}
