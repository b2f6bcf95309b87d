package jp.fudamori.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One component of a form as it stands before somebody: hidden ones are left out, texts are filled in. */
public sealed interface FormPart {

    /** @param markdown headings, paragraphs, lists, bold and links */
    record Words(String markdown) implements FormPart {}

    /**
     * A value that may be read only.
     *
     * @param value in words, empty where there is none
     */
    record Shown(String key, String label, String value) implements FormPart {}

    /**
     * A value that may be entered.
     *
     * @param hint what the label does not say, may be empty
     * @param longest in UTF-16 units; 0 where the form sets no limit
     * @param options value to label in the order of the form; empty for kinds without a choice
     * @param value as it would be typed, empty where there is none yet
     */
    record Asked(
            Kind kind,
            String key,
            String label,
            String hint,
            boolean required,
            int longest,
            Map<String, String> options,
            String value)
            implements FormPart {

        public Asked {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }

    /** How a value is entered. */
    enum Kind {
        LINE,
        LINES,
        NUMBER,
        TICK,
        RADIO,
        LIST,
        DAY
    }
}
