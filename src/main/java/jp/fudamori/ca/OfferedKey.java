package jp.fudamori.ca;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;

/**
 * A key that somebody made for themselves and has proved to have.
 *
 * @param request CertificationRequest, DER (RFC 2986)
 * @param subject what the request says of its sender; to be shown, never to be believed
 */
public record OfferedKey(PublicKey key, byte[] request, String subject) {

    public byte[] hash() {
        return hash(key);
    }

    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.of(key).orElseThrow();
    }

    /** Returns SHA-256 of SubjectPublicKeyInfo, 32 bytes. */
    public static byte[] hash(PublicKey key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
