package jp.fudamori.ca;

import java.util.List;
import java.util.function.Function;
import jp.fudamori.common.Sha256;

/**
 * Two people without whom the root's keystore does not open: each knows one half of its password, and enters it when
 * they agree to what was shown.
 *
 * @param names as they stand in the protocol
 * @param password of the keystore: SHA-256 of both halves with a line feed between, 64 hexadecimal digits
 */
record Custodians(List<String> names, char[] password) {

    private static final int SHORTEST = 16;
    private static final String SEPARATOR = "\n";

    /**
     * Asks each in turn.
     *
     * @param isNew whether the keystore is yet to be made: then each enters their half twice
     * @param ask shows a question and returns what was typed, unseen by others
     * @throws IllegalArgumentException if they are not two, or a half is too short or the same as the other
     */
    static Custodians confirm(List<String> names, boolean isNew, Function<String, char[]> ask) {
        if (names.size() != 2
                || names.stream().anyMatch(String::isBlank)
                || names.get(0).strip().equals(names.get(1).strip())) {
            throw new IllegalArgumentException("立会者は、異なる2人の氏名を --custodians=氏名,氏名 で指定してください。");
        }
        var first = half(names.get(0), isNew, ask);
        var second = half(names.get(1), isNew, ask);
        if (first.equals(second)) {
            throw new IllegalArgumentException("2人の合言葉が同じです。互いに知らせない、別の合言葉を使ってください。");
        }
        return new Custodians(
                names.stream().map(String::strip).toList(),
                Sha256.hex(first + SEPARATOR + second).toCharArray());
    }

    private static String half(String name, boolean isNew, Function<String, char[]> ask) {
        var typed = String.valueOf(ask.apply(name + " さん: 上の内容に同意するときは、ご自分の合言葉を入力してください: "));
        if (typed.length() < SHORTEST) {
            throw new IllegalArgumentException("合言葉は" + SHORTEST + "文字以上必要です。");
        }
        if (isNew && !typed.equals(String.valueOf(ask.apply(name + " さん: もう一度入力してください: ")))) {
            throw new IllegalArgumentException("2回の入力が一致しません。");
        }
        return typed;
    }

    @Override
    public String toString() {
        return "custodians " + names;
    }
}
