package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import jp.fudamori.common.Spelling;

/** {@code datetime} of the subtype {@code date}: a day from 1900 to 2099, {@code 2026-11-30}. */
record DateRule() implements FieldRule {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    static DateRule of(JsonNode component) {
        if (!component.path("subtype").asText().equals("date") || component.has("disallowPassedDates")) {
            throw new IllegalArgumentException("only days are known, not times, and which of them fit says the domain: "
                    + component.path("id").asText());
        }
        return new DateRule();
    }

    @Override
    public Object read(Object entered) {
        var day = day(Spelling.plain(entered.toString()));
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new BrokenRule("%d年から%d年までの日付を入力してください。".formatted(FIRST_YEAR, LAST_YEAR));
        }
        return day.toString();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BrokenRule("日付を 2026-11-30 の形で入力してください。");
        }
    }
}
