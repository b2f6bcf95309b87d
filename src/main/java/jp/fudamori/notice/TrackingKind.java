package jp.fudamori.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the post tells about an item, in the order in which it happens on one day [SOURCES: tracking-status]. */
public enum TrackingKind {
    HANDED_OVER("引受"),
    AT_OFFICE("到着"),
    OUT("持ち出し中"),
    ABSENT("ご不在のため持ち戻り", "不在"),
    DELIVERED("お届け先にお届け済み", "配達済み"),
    RETURNED("差出人に返送済み", "返送"),
    /** After an inquiry: the post has no idea where the item is. */
    LOST("郵便事故", "紛失");

    private final List<String> japanese;

    TrackingKind(String... japanese) {
        this.japanese = List.of(japanese);
    }

    /** Finds by code or by one of the Japanese names. */
    public static Optional<TrackingKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(text) || kind.japanese.contains(text))
                .findFirst();
    }

    /** As the post's own pages put it. */
    public String japanese() {
        return japanese.get(0);
    }

    /** In tables and forms, {@code at-office}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
