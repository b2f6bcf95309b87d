package jp.fudamori.certificate;

import java.util.UUID;

/** Identifies a request to revoke. */
public record RequestId(UUID value) {

    public static RequestId of(String value) {
        return new RequestId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
