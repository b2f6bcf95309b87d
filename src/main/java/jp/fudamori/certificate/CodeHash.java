package jp.fudamori.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What is kept of an authorisation code. One salted SHA-256 is enough: the code is not chosen by a person but has 70
 * random bits, so that stretching would slow us and hardly anybody else.
 */
record CodeHash(byte[] salt, byte[] hash) {

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Matches no code, at the same cost as one that might. */
    static final CodeHash OF_NOBODY = new CodeHash(new byte[SALT_BYTES], new byte[32]);

    static CodeHash of(String code) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new CodeHash(salt, digest(salt, code));
    }

    /** Takes the same time whichever character differs. */
    boolean matches(String code) {
        return MessageDigest.isEqual(hash, digest(salt, code));
    }

    private static byte[] digest(byte[] salt, String code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
