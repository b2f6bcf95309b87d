package jp.fudamori.account;

/**
 * The owner of an account wants to log in by another mail address.
 *
 * @param token for the mail to that address only
 */
public record MailChangeRequested(AccountId account, LoginMail mail, LinkToken token) {}
