package jp.fudamori.common;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * One spelling for codes and numbers, whatever width they were typed in. Never for names and addresses: every Unicode
 * normalisation replaces some registered variant of a kanji.
 */
public final class Spelling {

    /** Hyphens, dashes, the minus sign and the long-vowel mark, which is typed for them. */
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−ー]");

    private static final Pattern POSTAL_CODE_WITHOUT_HYPHEN = Pattern.compile("([0-9]{3})([0-9]{4})");

    private Spelling() {}

    public static String plain(String typed) {
        var compatible = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return HYPHENS.matcher(compatible).replaceAll("-").strip();
    }

    public static String postalCode(String typed) {
        return POSTAL_CODE_WITHOUT_HYPHEN.matcher(plain(typed)).replaceAll("$1-$2");
    }
}
