package jp.fudamori.notice;

/**
 * A mail that waits to be sent.
 *
 * @param messageId fixed when the mail was queued, so that a second copy after a crash can be told from a second mail
 */
record Mail(long mailId, String recipient, String subject, String body, String messageId) {}
