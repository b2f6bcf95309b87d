package jp.fudamori.notice;

/**
 * A mail as written, before it is queued. A recipient is told the same turn once.
 *
 * @param recipient mail address
 */
record MailDraft(Turn turn, String recipient, String body) {}
