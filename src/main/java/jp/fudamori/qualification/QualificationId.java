package jp.fudamori.qualification;

import java.util.UUID;

/** Identifies a 利用申請 from its first draft on, when it has no number yet. */
public record QualificationId(UUID value) {

    public static QualificationId of(String value) {
        return new QualificationId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
