package jp.fudamori.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person copies from the letter: a Japanese keyboard may be wide, in small letters or have other hyphens. */
final class TypedSecret {

    private static final int LONGEST = 64;
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−ーｰ－]");
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9-]{1,32}");

    private TypedSecret() {}

    /** @return the word as printed on the letter; empty if it cannot be one */
    static String normalize(String typed) {
        if (typed.length() > LONGEST) {
            return "";
        }
        var hyphenated = HYPHENS.matcher(typed.strip()).replaceAll("-");
        var word = Normalizer.normalize(hyphenated, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return SHAPE.matcher(word).matches() ? word : "";
    }
}
