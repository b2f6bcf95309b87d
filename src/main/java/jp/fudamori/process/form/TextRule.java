package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code textfield} and {@code textarea}.
 *
 * @param longest in UTF-16 units, as the browser counts
 * @param patternMessage what to say when the pattern does not match
 */
record TextRule(int shortest, int longest, Pattern pattern, String patternMessage) implements Function<Object, Object> {

    /** No field without a limit of its own may bring more than this. */
    private static final int LONGEST_EVER = 4000;

    /** What JSON can bring and no encoding of text can hold. */
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    static TextRule of(JsonNode component) {
        var validate = component.path("validate");
        return new TextRule(
                validate.path("minLength").asInt(0),
                validate.path("maxLength").asInt(LONGEST_EVER),
                Pattern.compile(validate.path("pattern").asText("(?s).*")),
                component.path("properties").path("patternMessage").asText("入力形式が正しくありません。"));
    }

    @Override
    public Object apply(Object entered) {
        if (!(entered instanceof String text)) {
            throw new BrokenRule("文字で入力してください。");
        }
        if (text.length() < shortest) {
            throw new BrokenRule(shortest + "文字以上で入力してください。");
        }
        if (text.length() > longest) {
            throw new BrokenRule(longest + "文字以内で入力してください。");
        }
        if (HALF_A_CHARACTER.matcher(text).find()) {
            throw new BrokenRule("使えない文字が含まれています。");
        }
        if (!pattern.matcher(text).find()) {
            throw new BrokenRule(patternMessage);
        }
        return text;
    }
}
