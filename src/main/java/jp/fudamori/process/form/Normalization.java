package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import jp.fudamori.common.Spelling;

/** To which one spelling a text is brought, {@code properties.normalize} of a component. */
enum Normalization {

    /** Names and sentences: {@code normalize} is not declared. */
    NONE {
        @Override
        String apply(String text) {
            return Spelling.composed(text);
        }
    },

    /** Codes and numbers: full-width digits, letters and hyphens become ASCII. */
    ASCII {
        @Override
        String apply(String text) {
            return Spelling.plain(text);
        }
    },

    /** Readings: half-width katakana become full-width ones. */
    KANA {
        @Override
        String apply(String text) {
            return Spelling.wideKana(Spelling.composed(text));
        }
    };

    static Normalization of(JsonNode component) {
        return switch (component.path("properties").path("normalize").asText("")) {
            case "" -> NONE;
            case "ascii" -> ASCII;
            case "kana" -> KANA;
            default ->
                throw new IllegalArgumentException("normalize is \"ascii\" or \"kana\": "
                        + component.path("id").asText());
        };
    }

    abstract String apply(String text);
}
