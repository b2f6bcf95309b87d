package jp.fudamori.certificate;

import java.time.Instant;
import java.util.HexFormat;

/**
 * 持込鍵: the public key of a clinic that makes its key itself, for one of its terminals.
 *
 * @param algorithm e.g. {@code RSA_2048}
 * @param hash SHA-256 of SubjectPublicKeyInfo, 32 bytes
 * @param subject what the sender wrote about themselves; shown, never used
 */
public record OwnKey(String terminalName, String algorithm, byte[] hash, String subject, Instant offeredAt) {

    /** Returns the hash as programs show it: {@code 3a:0f:…}, 32 pairs of hexadecimal digits. */
    public String fingerprint() {
        return HexFormat.ofDelimiter(":").formatHex(hash);
    }
}
