package jp.fudamori.common;

import static java.text.Normalizer.Form.NFC;
import static java.text.Normalizer.Form.NFKC;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One spelling for what may be typed in several. Names and addresses are {@link #composed} at most: every normalisation
 * of Unicode as it stands replaces some registered variant of a kanji.
 */
public final class Spelling {

    /** Hyphens, dashes, the minus sign and the long-vowel mark, which is typed for them. */
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−ー]");

    private static final Pattern POSTAL_CODE_WITHOUT_HYPHEN = Pattern.compile("([0-9]{3})([0-9]{4})");

    /** Variants of kanji that NFC would replace by their usual form. */
    private static final Pattern NOT_A_VARIANT = Pattern.compile("[^\\x{F900}-\\x{FAFF}\\x{2F800}-\\x{2FA1F}]+");

    private static final Pattern HALF_WIDTH_KANA = Pattern.compile("[｡-ﾟ]+");

    private Spelling() {}

    /** One character for letters typed as base and mark (NFC), but every variant of a kanji as it was typed. */
    public static String composed(String typed) {
        return NOT_A_VARIANT.matcher(typed).replaceAll(run -> literally(Normalizer.normalize(run.group(), NFC)));
    }

    /** Full-width katakana for half-width ones, {@code ｶﾞ} becomes {@code ガ}; everything else is left alone. */
    public static String wideKana(String typed) {
        return HALF_WIDTH_KANA.matcher(typed).replaceAll(run -> literally(Normalizer.normalize(run.group(), NFKC)));
    }

    /** For codes and numbers: ASCII digits, letters and hyphens, whatever width they were typed in. */
    public static String plain(String typed) {
        var compatible = Normalizer.normalize(typed, NFKC);
        return HYPHENS.matcher(compatible).replaceAll("-").strip();
    }

    public static String postalCode(String typed) {
        return POSTAL_CODE_WITHOUT_HYPHEN.matcher(plain(typed)).replaceAll("$1-$2");
    }

    private static String literally(String text) {
        return Matcher.quoteReplacement(text);
    }
}
