package jp.fudamori.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import jp.fudamori.common.Sha256;

/**
 * The secret part of a one-time link. It travels in one mail; the database knows only its hash.
 *
 * @param value 43 characters of Base64 for URLs: 256 random bits
 */
public record LinkToken(String value) {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public LinkToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a token of a link");
        }
    }

    static LinkToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Hash of whatever came with a request; no token has the hash of something of another shape. */
    static String hashOf(String presented) {
        return Sha256.hex(SHAPE.matcher(presented).matches() ? presented : "");
    }

    String hash() {
        return hashOf(value);
    }

    /** Without the secret, because frameworks log what they pass around. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}
