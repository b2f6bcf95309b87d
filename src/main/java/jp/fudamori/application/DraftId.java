package jp.fudamori.application;

import java.util.UUID;

/** Identifies an application that is not submitted yet, and so has no number. */
public record DraftId(UUID value) {

    public static DraftId of(String value) {
        return new DraftId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
