package jp.fudamori.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import jp.fudamori.account.AccountId;

/**
 * 締め: the act that fixes the statement of a month.
 *
 * @param collectionMonth in which deductions are made and invoices are due [SOURCES: collection-month]
 * @param paymentDue last business day of the collection month
 */
public record Closing(YearMonth month, YearMonth collectionMonth, LocalDate paymentDue, Instant at, AccountId by) {}
