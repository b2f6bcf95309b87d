package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** {@code checkbox}: always a Boolean; what is required must be ticked, as in the browser. */
record CheckboxRule() implements FieldRule {

    static CheckboxRule of(JsonNode component) {
        return new CheckboxRule();
    }

    @Override
    public Object read(Object entered) {
        if (entered.equals(true) || entered.equals("true")) {
            return true;
        }
        throw new BrokenRule("チェックの有無で答えてください。");
    }

    @Override
    public boolean isBlank(Object entered) {
        return entered.equals(false) || entered.equals("false") || entered.equals("");
    }

    @Override
    public Optional<Object> blank() {
        return Optional.of(false);
    }
}
