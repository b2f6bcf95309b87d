package jp.fudamori.process.form;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** FEEL in forms, computed by the engine's own library. A variable that is not set is null. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private final ParsedExpression expression;

    private Feel(ParsedExpression expression) {
        this.expression = expression;
    }

    /**
     * @param text with or without the {@code =} that marks it in a form
     * @throws IllegalArgumentException if it is no FEEL
     */
    static Feel of(String text) {
        var source = text.startsWith("=") ? text.substring(1) : text;
        var parsed = ENGINE.parseExpression(source);
        if (parsed.isFailure()) {
            throw new IllegalArgumentException("not FEEL: " + text);
        }
        return new Feel(parsed.parsedExpression());
    }

    boolean holds(Map<String, Object> variables) {
        return Boolean.TRUE.equals(result(variables));
    }

    /** Returns the result as text, empty for null and for what cannot be computed. */
    String text(Map<String, Object> variables) {
        var result = result(variables);
        return result == null ? "" : result.toString();
    }

    private @Nullable Object result(Map<String, Object> variables) {
        var result = ENGINE.evaluate(expression, variables);
        return result.isSuccess() ? result.result() : null;
    }

    /** A text with places {@code {{expression}}}, or one expression with {@code =} before it. */
    static Template template(String text) {
        if (text.startsWith("=")) {
            return of(text)::text;
        }
        PLACE.matcher(text).results().forEach(place -> of(expression(place)));
        return variables -> PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(of(expression(place)).text(variables)));
    }

    private static String expression(MatchResult place) {
        return place.group(1).strip();
    }

    /** A text that variables fill in. */
    interface Template {

        String fill(Map<String, Object> variables);
    }
}
