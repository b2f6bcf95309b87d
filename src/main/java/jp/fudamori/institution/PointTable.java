package jp.fudamori.institution;

import java.util.Arrays;
import java.util.Optional;

/** 点数表, third digit of an {@link InstitutionCode} [SOURCES: point-table]. */
public enum PointTable {
    MEDICAL("1", "医療機関（医科）"),
    DENTAL("3", "医療機関（歯科）"),
    PHARMACY("4", "薬局（調剤）"),
    HOME_NURSING("6", "訪問看護");

    private final String code;
    private final String japanese;

    PointTable(String code, String japanese) {
        this.code = code;
        this.japanese = japanese;
    }

    /** Empty where the third digit stands for no point table in use. */
    public static Optional<PointTable> of(InstitutionCode code) {
        var digit = code.value().substring(2, 3);
        return Arrays.stream(values()).filter(table -> table.code.equals(digit)).findFirst();
    }

    public String code() {
        return code;
    }

    /** As the manual's screens show it: {@code 3 医療機関（歯科）}. */
    public String label() {
        return code + " " + japanese;
    }
}
