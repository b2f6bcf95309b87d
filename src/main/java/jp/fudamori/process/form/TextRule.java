package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * {@code textfield} and {@code textarea}: a text brought to one spelling, without white space around it. Only a
 * {@code textarea} may have lines; they end with a line feed.
 *
 * @param shortest and {@code longest} in UTF-16 units, as the browser counts: 2 for 𠮷; after normalisation
 * @param forbidden characters that no text of this kind may have
 * @param patternMessage what to say when the pattern does not match
 */
record TextRule(
        Normalization normalization,
        int shortest,
        int longest,
        Pattern forbidden,
        Pattern pattern,
        String patternMessage)
        implements FieldRule {

    /** No field without a limit of its own may bring more than this. */
    private static final int LONGEST_EVER = 4000;

    /** Normalisation makes a text 18 times as long at most; what is longer by far is not looked at. */
    private static final int LONGEST_SENT = 100_000;

    /** What JSON can bring and no encoding of text can hold. */
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    /** Control, formatting (right-to-left marks, zero width), private-use and unassigned characters. */
    private static final String UNPRINTABLE = "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]";

    static TextRule of(JsonNode component) {
        var validate = component.path("validate");
        var hasLines = component.path("type").asText().equals("textarea");
        return new TextRule(
                Normalization.of(component),
                validate.path("minLength").asInt(0),
                validate.path("maxLength").asInt(LONGEST_EVER),
                Pattern.compile(hasLines ? "(?!\\n)" + UNPRINTABLE : UNPRINTABLE),
                Pattern.compile(validate.path("pattern").asText("(?s).*")),
                component.path("properties").path("patternMessage").asText("入力形式が正しくありません。"));
    }

    @Override
    public Object read(Object entered) {
        if (!(entered instanceof String sent)) {
            throw new BrokenRule("文字で入力してください。");
        }
        if (sent.length() > LONGEST_SENT) {
            throw new BrokenRule(longest + "文字以内で入力してください。");
        }
        if (HALF_A_CHARACTER.matcher(sent).find()) {
            throw new BrokenRule("使えない文字が含まれています。");
        }
        return checked(normalization.apply(sent.replace("\r\n", "\n")).strip());
    }

    private String checked(String text) {
        if (text.length() < shortest) {
            throw new BrokenRule(shortest + "文字以上で入力してください。");
        }
        if (text.length() > longest) {
            throw new BrokenRule(longest + "文字以内で入力してください。");
        }
        if (forbidden.matcher(text).find()) {
            throw new BrokenRule("制御文字または外字が含まれています。");
        }
        if (!pattern.matcher(text).find()) {
            throw new BrokenRule(patternMessage);
        }
        return text;
    }
}
