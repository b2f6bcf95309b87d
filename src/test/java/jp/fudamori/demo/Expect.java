package jp.fudamori.demo;

import java.util.List;

/** What a journey holds against what it found; says in Japanese what was wrong. */
final class Expect {

    private Expect() {}

    /** @throws IllegalStateException if they differ */
    static void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("%sが違います。期待: %s、実際: %s".formatted(what, expected, found));
        }
    }

    /** @throws IllegalStateException if one of the words is not in the text; the text itself is not told */
    static void words(String what, String text, List<String> words) {
        var missing = words.stream().filter(word -> !text.contains(word)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("%sに%sがありません。".formatted(what, missing));
        }
    }

    /** @throws IllegalStateException if the word is in the text; the text itself is not told */
    static void absent(String what, String text, String word) {
        if (text.contains(word)) {
            throw new IllegalStateException("%sに「%s」があります。".formatted(what, word));
        }
    }
}
