package jp.fudamori.application;

import java.util.Arrays;
import java.util.Locale;

/** How an application is reviewed, as {@code review-triage.dmn} decides. */
public enum ReviewRoute {
    NORMAL("通常審査"),
    /** Two officers, never the same one. */
    SECOND_APPROVAL("二次承認あり"),
    /** Before all others. */
    FRONT("優先審査");

    private final String japanese;

    ReviewRoute(String japanese) {
        this.japanese = japanese;
    }

    /** @throws IllegalArgumentException if there is no such route */
    public static ReviewRoute of(String code) {
        return Arrays.stream(values())
                .filter(route -> route.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a route: " + code));
    }

    /** As tables and decisions spell it, {@code second-approval}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String japanese() {
        return japanese;
    }
}
