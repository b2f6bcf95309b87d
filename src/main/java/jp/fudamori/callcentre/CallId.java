package jp.fudamori.callcentre;

import java.util.UUID;

/** Identifies one call of a clinic. */
public record CallId(UUID value) {

    public static CallId of(String value) {
        return new CallId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
