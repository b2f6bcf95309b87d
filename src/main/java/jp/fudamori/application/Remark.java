package jp.fudamori.application;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is wrong with one field of an application, for the clinic that must correct it.
 *
 * @param text 1 to 400 characters
 */
public record Remark(Field field, String text) {

    /** Longest text, in characters. */
    public static final int LONGEST = 400;

    public Remark {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException("a remark has 1 to " + LONGEST + " characters");
        }
    }

    /** What a clinic can correct. */
    public enum Field {
        CONTACT_NAME("担当部署/担当者名"),
        TERMINAL_NAMES("端末名称等"),
        OTHER("その他");

        private final String japanese;

        Field(String japanese) {
            this.japanese = japanese;
        }

        static Field of(String code) {
            return Arrays.stream(values())
                    .filter(field -> field.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a field: " + code));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String japanese() {
            return japanese;
        }
    }

    /** Field and text as screens and mails show them: {@code 端末名称等: …}. */
    public String line() {
        return field.japanese() + ": " + text;
    }
}
