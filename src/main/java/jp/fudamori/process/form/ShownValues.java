package jp.fudamori.process.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form shows and nobody may change. It may come back just as it was shown, as some clients send it; anything
 * else that the form does not ask for is refused by name.
 *
 * @param labels Japanese label for each read-only key of the form
 */
record ShownValues(Map<String, String> labels) {

    private static final int LONGEST_NAME = 40;

    ShownValues {
        labels = Map.copyOf(labels);
    }

    /**
     * Returns what is wrong, for each key of {@code sent}.
     *
     * @param shown values that the task shows; a key is absent where it shows nothing
     */
    Map<String, String> refuse(Map<String, Object> sent, Map<String, Object> shown) {
        var refused = new LinkedHashMap<String, String>();
        sent.forEach((key, value) -> objection(key, value, shown).ifPresent(message -> refused.put(key, message)));
        return refused;
    }

    private Optional<String> objection(String key, @Nullable Object sent, Map<String, Object> shown) {
        var label = labels.get(key);
        if (label == null) {
            return isSame(sent, shown.get(key)) && shown.containsKey(key)
                    ? Optional.empty()
                    : Optional.of("「" + printable(key) + "」という入力項目はありません。");
        }
        return isSame(sent, shown.get(key)) ? Optional.empty() : Optional.of("「" + label + "」は変更できません。");
    }

    private static boolean isSame(@Nullable Object sent, @Nullable Object shown) {
        return asInBrowser(sent).equals(asInBrowser(shown));
    }

    /** The browser tells no empty field from an unset one, no 5 from a "5", and shows line breaks as spaces. */
    private static String asInBrowser(@Nullable Object value) {
        return value == null || value.equals(false)
                ? ""
                : value.toString().replace("\r\n", "\n").replaceAll("[\\n\\t]", " ");
    }

    private static String printable(String key) {
        var name = key.replaceAll("[^\\p{L}\\p{N}_. -]", "?");
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
