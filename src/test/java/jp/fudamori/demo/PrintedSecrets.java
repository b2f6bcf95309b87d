package jp.fudamori.demo;

import java.util.List;
import java.util.regex.Pattern;

/** What a clinic types from its notice letter, each as it is printed. */
public record PrintedSecrets(String referenceId, String authorizationCode, String password) {

    /** Before there is a letter. */
    static final PrintedSecrets NONE = new PrintedSecrets("", "", "");

    /**
     * Reads the letter like a person: the word after each label.
     *
     * @throws IllegalStateException if a label has no such word after it; the text itself is not told
     */
    public static PrintedSecrets readFrom(String letter) {
        return new PrintedSecrets(after("リファレンスID", letter), after("認可コード", letter), after("パスワード", letter));
    }

    private static String after(String label, String letter) {
        var word = Pattern.compile(Pattern.quote(label) + "[\\s：:]+([A-Za-z0-9][A-Za-z0-9-]{7,})")
                .matcher(letter);
        if (!word.find()) {
            throw new IllegalStateException("通知書に「%s」が見つかりません。".formatted(label));
        }
        return word.group(1);
    }

    List<String> all() {
        return List.of(referenceId, authorizationCode, password);
    }

    @Override
    public String toString() {
        return "PrintedSecrets[***]";
    }
}
