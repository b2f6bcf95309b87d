package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** {@code datetime} of the subtype {@code date}: a day, {@code 2026-11-30}. */
record DateRule() implements Function<Object, Object> {

    static DateRule of(JsonNode component) {
        if (!component.path("subtype").asText().equals("date")) {
            throw new IllegalArgumentException(
                    "only days are known, not times: " + component.path("id").asText());
        }
        return new DateRule();
    }

    @Override
    public Object apply(Object entered) {
        try {
            return LocalDate.parse(Normalizer.normalize(entered.toString(), Normalizer.Form.NFKC))
                    .toString();
        } catch (DateTimeParseException e) {
            throw new BrokenRule("日付を 2026-11-30 の形で入力してください。");
        }
    }
}
