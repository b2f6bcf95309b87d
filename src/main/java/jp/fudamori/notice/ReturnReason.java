package jp.fudamori.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why the post brought a letter back, in the words of its stamps [SOURCES: absence]. */
public enum ReturnReason {
    ADDRESS_UNKNOWN("あて所に尋ねあたりません"),
    MOVED("転居先不明"),
    ADDRESS_INCOMPLETE("宛名不完全"),
    REFUSED("受取拒絶"),
    NOT_COLLECTED("保管期間経過"),
    /** Signed for first, then sent back: the only way back from the delivery. */
    SENT_BACK("受取人からの返送");

    private final String japanese;

    ReturnReason(String japanese) {
        this.japanese = japanese;
    }

    /** Finds by code or by Japanese name. */
    public static Optional<ReturnReason> of(String text) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(text) || reason.japanese.equals(text))
                .findFirst();
    }

    public String japanese() {
        return japanese;
    }

    /** In tables and forms, {@code address-unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
