package jp.fudamori.reissue;

import java.util.UUID;

/** Identifies a report of a loss. */
public record ReportId(UUID value) {

    public static ReportId of(String value) {
        return new ReportId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
