package jp.fudamori.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.fudamori.common.Spelling;

/**
 * The codes that stand in for a lost telephone: 16 characters without those that look alike, some 78 random bits, so
 * that a plain hash keeps them.
 */
final class RecoveryCode {

    static final int COUNT = 10;

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCode() {}

    /** Returns codes of the shape {@code XXXX-XXXX-XXXX-XXXX}. */
    static List<String> some() {
        return Stream.generate(RecoveryCode::one).limit(COUNT).toList();
    }

    /** Returns the code as it was shown, whatever width, case or blanks it is typed in. */
    static String normalize(String typed) {
        var text = Spelling.plain(typed).toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return text.length() == GROUPS * GROUP ? grouped(text) : "";
    }

    private static String one() {
        return grouped(IntStream.range(0, GROUPS * GROUP)
                .mapToObj(any -> String.valueOf(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining()));
    }

    private static String grouped(String text) {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> text.substring(group * GROUP, (group + 1) * GROUP))
                .collect(Collectors.joining("-"));
    }
}
