package jp.fudamori.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything wrong that can be sent for a field of a form, by kind of component; JSON values, {@code null} included.
 */
final class BadValues {

    private static final int LONGEST_EVER = 4000;
    private static final List<Object> NEVER_TEXT = List.of(5, true, List.of("x"), Map.of("a", 1));
    private static final List<Object> NEVER_A_CHOICE = List.of(
            "unknown",
            "TRUE",
            "ａｐｐｒｏｖｅ",
            "<script>alert(1)</script>",
            "a\u0007b",
            "a\u0000b",
            "a\ud83db",
            "𠮷",
            "か\u3099",
            "x".repeat(100_001),
            1,
            List.of("approve"),
            Map.of("value", "approve"));
    private static final List<Object> NEVER_A_DAY = List.of(
            "2026-02-30",
            "２０２６－０２－３０",
            "yesterday",
            "20261120",
            "2026-11-20T00:00",
            "2026-11-20\u0007",
            "2026-11-20\ud83d",
            "2026-11-2𠮷",
            "2026-11-2\u3099",
            "+12026-11-20",
            "<script>alert(1)</script>",
            "2".repeat(100_001),
            20261120,
            true,
            List.of("2026-11-20"));
    private static final List<Object> NEVER_A_NUMBER = List.of(
            "abc",
            "１．５",
            "1\u0007",
            "1\ud83d",
            "𠮷",
            "1\u3099",
            "<script>alert(1)</script>",
            "1".repeat(100_001),
            1.5,
            1e300,
            BigInteger.TEN.pow(30),
            true,
            List.of(1));

    private BadValues() {}

    /** Values that may never be accepted for the component; nothing at all where the field must be filled in. */
    static Stream<Object> of(JsonNode component) {
        var bad = switch (component.get("type").asText()) {
            case "textfield", "textarea" -> texts(component);
            case "radio", "select" -> NEVER_A_CHOICE.stream();
            case "datetime" -> NEVER_A_DAY.stream();
            case "number" -> numbers(component.path("validate"));
            case "checkbox" -> NEVER_A_CHOICE.stream();
            default -> throw new AssertionError("no bad values for " + component.get("type"));
        };
        return component.path("validate").path("required").asBoolean()
                ? Stream.concat(Arrays.asList(null, "", " \u3000 ", "\u00a0").stream(), bad)
                : bad;
    }

    private static Stream<Object> texts(JsonNode component) {
        int longest = component.path("validate").path("maxLength").asInt(LONGEST_EVER);
        var bad = new ArrayList<Object>(NEVER_TEXT);
        bad.addAll(List.of(
                "あ".repeat(longest + 1),
                "𠮷".repeat(longest / 2 + 1),
                "か\u3099".repeat(longest + 1),
                "Ａ".repeat(longest + 1),
                "あ".repeat(100_001),
                "a\u0007b",
                "a\u0000b",
                "a\tb",
                "a\u202eb",
                "a\u2028b",
                "a\ud83db",
                "a\ude00b",
                "a\ue000b",
                "<b>太字</b>",
                "<script>alert(1)</script>"));
        if (component.get("type").asText().equals("textfield")) {
            bad.add("a\nb");
        }
        return bad.stream();
    }

    private static Stream<Object> numbers(JsonNode validate) {
        var bad = new ArrayList<>(NEVER_A_NUMBER);
        if (validate.has("min")) {
            bad.add(validate.get("min").asLong() - 1);
        }
        if (validate.has("max")) {
            bad.add(validate.get("max").asLong() + 1);
        }
        return bad.stream();
    }
}
