package jp.fudamori.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/** What an authenticator app and we both know: 160 random bits, as RFC 4226 4 recommends. */
public final class TotpSecret {

    private static final int BYTES = 20;
    private static final String ISSUER = "Fudamori";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    TotpSecret(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static TotpSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** For whoever cannot scan a picture: 32 characters A to Z and 2 to 7. */
    public String typed() {
        return Base32.encode(bytes);
    }

    /** What the picture says to an authenticator app: {@code otpauth://totp/...} [SOURCES: totp]. */
    public String uri(String login) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(ISSUER, encode(login), typed(), ISSUER, Totp.DIGITS, Totp.STEP_SECONDS);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TotpSecret";
    }
}
