package jp.fudamori.web.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app on somebody's telephone does, written from the RFCs without a look at our own. */
public final class Authenticator {

    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7]{32})</code>");

    private Authenticator() {}

    public static String secretIn(String page) {
        var matcher = SECRET.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no secret in " + page);
        }
        return matcher.group(1);
    }

    public static String code(String secret, Instant now) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret), "RAW"));
            var counter =
                    ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array();
            var hash = mac.doFinal(counter);
            int offset = hash[19] & 15;
            long number = Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt(offset)) % (1L << 31);
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String secret) {
        var bytes = new ByteArrayOutputStream();
        int bits = 0;
        int buffer = 0;
        for (char letter : secret.toCharArray()) {
            buffer = (buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
