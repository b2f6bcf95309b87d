package jp.fudamori.fee;

import java.time.Instant;
import java.util.Optional;
import jp.fudamori.account.AccountId;

/**
 * Proof that somebody agreed to a fee.
 *
 * @param textVersion version of the {@link ConsentText} that was shown or read out
 * @param textHash SHA-256 of the exact text, 64 hexadecimal digits
 * @param by who agreed, or, where it was by telephone, who of the office took the call
 * @param call present where somebody agreed by telephone
 */
public record Consent(
        String textVersion, String textHash, int amountYen, AccountId by, Instant at, Optional<PhoneCall> call) {

    /** How somebody agreed. */
    public enum Channel {
        /** On the screen, under their own account. */
        PORTAL,
        /** By telephone; somebody of the office acted for them. */
        PHONE
    }

    public Channel channel() {
        return call.isPresent() ? Channel.PHONE : Channel.PORTAL;
    }
}
