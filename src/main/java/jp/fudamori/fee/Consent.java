package jp.fudamori.fee;

import java.time.Instant;
import jp.fudamori.account.AccountId;

/**
 * Proof that somebody agreed to a fee.
 *
 * @param textVersion version of the {@link ConsentText} that was shown
 * @param textHash SHA-256 of the exact text, 64 hexadecimal digits
 */
public record Consent(String textVersion, String textHash, int amountYen, AccountId by, Instant at) {}
