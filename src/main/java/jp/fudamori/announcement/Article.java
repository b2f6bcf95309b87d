package jp.fudamori.announcement;

import java.time.LocalDate;

/**
 * 解説ページ: explains a procedure before it is begun.
 *
 * @param number {@code KB0000101}, ours
 * @param title one line
 * @param updatedBy part of the office that answers for it
 * @param body in {@link Markup}; {@code {到着予定日}} stands for the day on which a letter applied for today would arrive,
 *     {@code {営業日数}} for the business days until then, {@code {発行料}} for the price of a certificate
 * @param edition 0 for the one that the server ships, counted from there
 */
public record Article(String number, String title, String updatedBy, LocalDate updatedOn, String body, int edition) {}
