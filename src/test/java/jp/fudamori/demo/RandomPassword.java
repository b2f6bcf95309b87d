package jp.fudamori.demo;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Passwords that people can type: four groups of four, with capital and small letters, digits and hyphens, no 0O1Il.
 */
final class RandomPassword {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final List<String> NEEDED = List.of(".*[A-Z].*", ".*[a-z].*", ".*[2-9].*");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPassword() {}

    static String next() {
        String password;
        do {
            password = IntStream.range(0, 4).mapToObj(group -> fourCharacters()).collect(Collectors.joining("-"));
        } while (!NEEDED.stream().allMatch(password::matches));
        return password;
    }

    private static String fourCharacters() {
        return RANDOM.ints(4, 0, LETTERS_AND_DIGITS.length())
                .mapToObj(index -> String.valueOf(LETTERS_AND_DIGITS.charAt(index)))
                .collect(Collectors.joining());
    }
}
