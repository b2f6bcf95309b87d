package jp.fudamori.application;

/**
 * Which way an application goes through the review.
 *
 * @param reason for the reviewer, in Japanese
 */
public record Triage(ReviewRoute route, String reason) {}
