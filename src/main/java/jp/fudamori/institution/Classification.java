package jp.fudamori.institution;

import java.util.Arrays;
import java.util.Optional;

/** 分類 of the applicant; only dentistry is stated by the manual, the rest is our proposal [SOURCES: classification]. */
public enum Classification {
    MEDICAL("1", "保険医療機関（医科）"),
    DENTAL("2", "保険医療機関（歯科）"),
    PHARMACY("3", "保険薬局（調剤）"),
    HOME_NURSING("4", "訪問看護ステーション");

    private final String code;
    private final String japanese;

    Classification(String code, String japanese) {
        this.code = code;
        this.japanese = japanese;
    }

    /** @param code one digit, as in {@link #code()}; empty where it stands for no classification */
    public static Optional<Classification> of(String code) {
        return Arrays.stream(values())
                .filter(classification -> classification.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** As the manual's screens show it: {@code 2 保険医療機関（歯科）}. */
    public String label() {
        return code + " " + japanese;
    }
}
