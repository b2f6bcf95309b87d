package jp.fudamori.certificate;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Makes secrets that a person can copy from paper: 32 capital letters and digits, without 0 O 1 I, in groups. Five bits
 * a character, hyphens carry none.
 */
final class SecretWords {

    static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretWords() {}

    static LetterSecrets letterSecrets() {
        return new LetterSecrets(word(4, 4, 4), word(5, 4, 5), word(5, 5, 5, 5));
    }

    /** For a clinic that has its private key itself: there is nothing to open. */
    static LetterSecrets withoutPassword() {
        return new LetterSecrets(word(4, 4, 4), word(5, 4, 5), "");
    }

    private static String word(int... groups) {
        return Arrays.stream(groups).mapToObj(SecretWords::group).collect(Collectors.joining("-"));
    }

    private static String group(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
