package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import jp.fudamori.common.Spelling;

/** {@code number} without decimals: a Long. */
record NumberRule(long least, long most) implements FieldRule {

    /** Longer than every Long, short enough to be computed with. */
    private static final int LONGEST = 30;

    static NumberRule of(JsonNode component) {
        if (component.path("decimalDigits").asInt(-1) != 0) {
            throw new IllegalArgumentException("only whole numbers are known, decimalDigits must be 0: "
                    + component.path("id").asText());
        }
        var validate = component.path("validate");
        return new NumberRule(
                validate.path("min").asLong(Long.MIN_VALUE),
                validate.path("max").asLong(Long.MAX_VALUE));
    }

    @Override
    public Object read(Object entered) {
        var number = whole(entered);
        if (number < least) {
            throw new BrokenRule("%,d以上の数を入力してください。".formatted(least));
        }
        if (number > most) {
            throw new BrokenRule("%,d以下の数を入力してください。".formatted(most));
        }
        return number;
    }

    private static long whole(Object entered) {
        var text = entered instanceof Number || entered instanceof String ? Spelling.plain(entered.toString()) : "";
        if (text.length() <= LONGEST) {
            try {
                return new BigDecimal(text).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                // told below
            }
        }
        throw new BrokenRule("整数で入力してください。");
    }
}
