package jp.fudamori.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/**
 * 照会コード: eight letters and digits that the acceptance mail tells, so that whoever has the mail can look the application
 * up without an account. What it opens is no secret of the clinic, so forty bits and a salted SHA-256 do.
 *
 * @param value {@code ABCD-EF23}; capital letters and digits without 0 O 1 I
 */
record LookupCode(String value) {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What is kept of a code. */
    record Hash(byte[] salt, byte[] hash) {

        /** Matches no code, at the same cost as one that might. */
        static final Hash OF_NOBODY = new Hash(new byte[SALT_BYTES], new byte[32]);

        /** Takes the same time whichever character differs. */
        boolean matches(String typed) {
            return MessageDigest.isEqual(hash, digest(salt, plain(typed)));
        }
    }

    static LookupCode random() {
        return new LookupCode(group() + "-" + group());
    }

    Hash hash() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Hash(salt, digest(salt, plain(value)));
    }

    private static String group() {
        return RANDOM.ints(4, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .reduce("", String::concat);
    }

    /** Width, case, hyphens and blanks make no difference. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
    }

    private static byte[] digest(byte[] salt, String plain) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
