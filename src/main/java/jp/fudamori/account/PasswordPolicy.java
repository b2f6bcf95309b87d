package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.PASSWORD_TOO_WEAK;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import jp.fudamori.common.Refusal;

/**
 * What a password must look like: 13 to 128 characters that every keyboard types (visible ASCII), of at least three of
 * the four kinds upper case, lower case, digit, symbol, and without the id in it; with a second factor 8 characters do
 * [SOURCES: password-policy].
 */
final class PasswordPolicy {

    static final int SHORTEST = 13;
    static final int SHORTEST_WITH_SECOND_FACTOR = 8;
    static final int LONGEST = 128;
    private static final int KINDS = 3;

    private PasswordPolicy() {}

    /** @throws Refusal {@code password-too-weak}, never with the password in its text */
    static void check(AccountId id, CharSequence password) {
        check(List.of(id.value()), password, SHORTEST);
    }

    /**
     * @param names under which the owner logs in; none may stand in the password
     * @param shortest {@link #SHORTEST} or {@link #SHORTEST_WITH_SECOND_FACTOR}
     * @throws Refusal {@code password-too-weak}, never with the password in its text
     */
    static void check(List<String> names, CharSequence password, int shortest) {
        if (password.length() < shortest || password.length() > LONGEST) {
            throw tooWeak("パスワードは%d文字以上%d文字以内にしてください。".formatted(shortest, LONGEST));
        }
        if (!password.chars().allMatch(PasswordPolicy::isVisibleAscii)) {
            throw tooWeak("パスワードに使えるのは半角の英字、数字、記号だけです。");
        }
        if (kindsIn(password) < KINDS) {
            throw tooWeak("パスワードには英大文字、英小文字、数字、記号のうち%d種類以上を使ってください。".formatted(KINDS));
        }
        if (names.stream().anyMatch(name -> lowerCase(password).contains(lowerCase(name)))) {
            throw tooWeak("パスワードに利用者ID（メールアドレス）を含めることはできません。");
        }
    }

    private static long kindsIn(CharSequence password) {
        return Stream.<IntPredicate>of(
                        Character::isUpperCase,
                        Character::isLowerCase,
                        Character::isDigit,
                        character -> !Character.isLetterOrDigit(character))
                .filter(kind -> password.chars().anyMatch(kind))
                .count();
    }

    private static boolean isVisibleAscii(int character) {
        return character > ' ' && character <= '~';
    }

    private static String lowerCase(CharSequence text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static Refusal tooWeak(String detail) {
        return new Refusal(PASSWORD_TOO_WEAK, detail);
    }
}
