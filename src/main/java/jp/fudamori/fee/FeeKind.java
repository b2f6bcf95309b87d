package jp.fudamori.fee;

import java.util.Locale;

/** What a fee is for. */
public enum FeeKind {
    NEW_ISSUE,
    /** After a lost letter, or a download that was not made in time. */
    REISSUE,
    RENEWAL;

    /** As the fee schedule calls it: {@code new-issue}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
