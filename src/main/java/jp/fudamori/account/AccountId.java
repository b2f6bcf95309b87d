package jp.fudamori.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Log-in id; the engine knows the user by the same id.
 *
 * @param value 1 to 100 characters of {@code A-Z a-z 0-9 . _ % + @ -}; a mail address fits
 */
public record AccountId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._%+@-]{1,100}");

    public AccountId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account id");
        }
    }

    /** Returns the id that somebody typed, if it can be one. */
    public static Optional<AccountId> parse(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new AccountId(typed)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
