package jp.fudamori.account;

/**
 * An account has another mail address than before.
 *
 * @param former where its owner is told, unless no mail reaches it
 */
public record MailAddressChanged(AccountId account, String former) {}
