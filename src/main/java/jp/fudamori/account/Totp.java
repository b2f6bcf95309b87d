package jp.fudamori.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords as authenticator apps make them: RFC 6238 with HMAC-SHA-1, steps of 30 seconds and six
 * digits [SOURCES: totp].
 */
final class Totp {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    /** A code of one step before or after counts: people are slow and their clocks are off. */
    private static final int DRIFT = 1;

    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** Returns the code of a step, with its leading zeros. */
    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xF; // dynamic truncation, RFC 4226 5.3
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), (long) STEP_SECONDS);
    }

    /**
     * Returns the step whose code this is, if it is near enough to now and later than {@code lastStep}: no code counts
     * twice, nor an older one after it (RFC 6238 5.2).
     */
    static Optional<Long> accepted(byte[] secret, String typed, Instant now, long lastStep) {
        var current = step(now);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> step > lastStep && code(secret, step).equals(typed))
                .boxed()
                .findFirst();
    }
}
