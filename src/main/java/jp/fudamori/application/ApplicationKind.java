package jp.fudamori.application;

import java.util.Arrays;
import java.util.Locale;
import jp.fudamori.fee.FeeKind;

/** 申請の種類: why a certificate is asked for, and hence whether it takes the place of another one. */
public enum ApplicationKind {
    NEW("新規発行", FeeKind.NEW_ISSUE),
    /** In place of one that was lost or never fetched. */
    REISSUE("再発行", FeeKind.REISSUE),
    RENEWAL("更新", FeeKind.RENEWAL),
    /** In place of one under the code that the institution had before. */
    SUCCESSION("承継", FeeKind.NEW_ISSUE);

    private final String japanese;
    private final FeeKind fee;

    ApplicationKind(String japanese, FeeKind fee) {
        this.japanese = japanese;
        this.fee = fee;
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static ApplicationKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a kind of application: " + code));
    }

    /** As tables and decisions spell it, {@code reissue}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String japanese() {
        return japanese;
    }

    /** What its certificates cost. */
    public FeeKind fee() {
        return fee;
    }

    /** Whether each of its lines takes the place of an older certificate. */
    public boolean isReplacement() {
        return this != NEW;
    }
}
