package jp.fudamori.reissue;

import java.util.Arrays;
import java.util.Locale;

/** What was lost, and hence whether the key may be in other hands [SOURCES: revocation-reason]. */
public enum LossKind {
    LETTER_BEFORE_DOWNLOAD("発行通知書をなくした・届かない（まだダウンロードしていない）", true, true),
    LETTER_AFTER_DOWNLOAD("発行通知書をなくした（ダウンロードはした）", true, true),
    TERMINAL_STOLEN("端末を盗まれた・なくした", true, false),
    FILE_LOST("端末の故障や交換で、電子証明書のファイルをなくした", false, false),
    PERIOD_OVER("ダウンロードの期限（180日）が過ぎた", false, false);

    private final String japanese;
    private final boolean compromised;
    private final boolean ofLetter;

    LossKind(String japanese, boolean compromised, boolean ofLetter) {
        this.japanese = japanese;
        this.compromised = compromised;
        this.ofLetter = ofLetter;
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static LossKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a kind of loss: " + code));
    }

    /** As tables and forms spell it, {@code terminal-stolen}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String japanese() {
        return japanese;
    }

    /** Whether somebody else may use the certificate, so that it is revoked at once. */
    public boolean isCompromised() {
        return compromised;
    }

    /** Whether everything that stands in the letter is lost with it. */
    public boolean isOfLetter() {
        return ofLetter;
    }
}
