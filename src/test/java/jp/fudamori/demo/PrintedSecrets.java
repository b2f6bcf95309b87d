package jp.fudamori.demo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a clinic types from its notice letter, each as it is printed. */
public record PrintedSecrets(String referenceId, String authorizationCode, String password) {

    private static final String FIRST_LABEL = "リファレンスID";

    /**
     * Reads the letter like a person: the word after each label.
     *
     * @throws IllegalStateException if a label has no such word after it; the text itself is not told
     */
    public static PrintedSecrets readFrom(String letter) {
        return new PrintedSecrets(after(FIRST_LABEL, letter), after("認可コード", letter), after("パスワード", letter));
    }

    /**
     * Reads every page of a letter that has secrets on it, in the order of its pages.
     *
     * @param letter pages, each ended by a form feed
     */
    static List<PrintedSecrets> allIn(String letter) {
        return Stream.of(letter.split("\f"))
                .filter(page -> word(FIRST_LABEL, page).find())
                .map(PrintedSecrets::readFrom)
                .toList();
    }

    private static String after(String label, String letter) {
        var word = word(label, letter);
        if (!word.find()) {
            throw new IllegalStateException("通知書に「%s」が見つかりません。".formatted(label));
        }
        return word.group(1);
    }

    private static Matcher word(String label, String text) {
        return Pattern.compile(Pattern.quote(label) + "[\\s：:]+([A-Za-z0-9][A-Za-z0-9-]{7,})")
                .matcher(text);
    }

    List<String> all() {
        return List.of(referenceId, authorizationCode, password);
    }

    @Override
    public String toString() {
        return "PrintedSecrets[***]";
    }
}
