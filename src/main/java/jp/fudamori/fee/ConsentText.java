package jp.fudamori.fee;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The text an applicant agrees to before a fee may arise. A changed wording is a new version.
 *
 * @param version day from which the wording is shown, {@code 2026-11-01}
 * @param amountYen fee for one certificate, consumption tax included, as the text names it
 * @param text exactly as it is shown
 */
public record ConsentText(String version, int amountYen, String text) {

    /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
