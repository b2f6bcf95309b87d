package jp.fudamori.notice;

/**
 * A mail waits to be sent.
 *
 * @param reference application number, or id of the draft
 */
public record MailQueued(long mailId, String reference) {}
