package jp.fudamori.account;

/**
 * Nobody logs in to the account any more, and whatever else led to it ends.
 *
 * @param by who closed it
 */
public record AccountClosed(Account account, AccountId by) {}
