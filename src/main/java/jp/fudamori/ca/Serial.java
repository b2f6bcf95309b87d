package jp.fudamori.ca;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serial number of a certificate: 128 random bits (RFC 5280, 4.1.2.2: positive, at most 20 octets).
 *
 * @param hex 32 lower-case hexadecimal digits, leading zeros kept
 */
public record Serial(String hex) {

    /** Into how many lists the revoked certificates of an issuer are divided; certificates name theirs for ever. */
    static final int SHARDS = 64;

    static final int BITS = 128;

    private static final int BYTES = BITS / 8;
    private static final Pattern SHAPE = Pattern.compile("(?!0{32})[0-9a-f]{32}");

    public Serial {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a serial: " + hex);
        }
    }

    static Serial random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Serial(HexFormat.of().formatHex(bytes));
    }

    /** Returns the serial of a number that somebody names; empty if it is none that we would give. */
    static Optional<Serial> of(BigInteger number) {
        return number.signum() > 0 && number.bitLength() <= BYTES * Byte.SIZE
                ? Optional.of(new Serial("%032x".formatted(number)))
                : Optional.empty();
    }

    public BigInteger number() {
        return new BigInteger(hex, 16);
    }

    /** The list that would name this certificate, 0 to 63: the first six bits, so that all grow alike. */
    int shard() {
        return Integer.parseInt(hex.substring(0, 2), 16) * SHARDS / 256;
    }

    @Override
    public String toString() {
        return hex;
    }
}
