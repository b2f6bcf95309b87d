package jp.fudamori.notice;

/**
 * A mail as written, before it is queued.
 *
 * @param reference application number, or id of the draft
 * @param recipient mail address
 */
record MailDraft(MailKind kind, String reference, String recipient, String body) {}
