package jp.fudamori.account;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Number of a registration that nobody has to know or can guess.
 *
 * @param value UUID, 36 characters
 */
public record RegistrationId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public RegistrationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a registration");
        }
    }

    static RegistrationId random() {
        return new RegistrationId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
