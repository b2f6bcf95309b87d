package jp.fudamori.process.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jp.fudamori.process.FormRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    private final Form form = read("""
            {"id": "letter", "components": [
              {"id": "a", "type": "text", "text": "説明"},
              {"id": "b", "type": "textfield", "key": "code", "label": "番号", "disabled": true},
              {"id": "c", "type": "textfield", "key": "owner", "label": "持ち主", "readonly": true},
              {"id": "d", "type": "textfield", "key": "name", "label": "名前",
               "validate": {"required": true, "maxLength": 5, "pattern": "^[^<>\\\\u0000-\\\\u001f]+$"},
               "properties": {"patternMessage": "< > は使えません。"}},
              {"id": "e", "type": "radio", "key": "agreed", "label": "同意", "validate": {"required": true},
               "values": [{"label": "する", "value": true}, {"label": "しない", "value": false}]},
              {"id": "f", "type": "datetime", "subtype": "date", "key": "day", "dateLabel": "日付"}]}
            """);

    @Test
    void letsThroughOnlyWhatMayBeEntered() {
        var accepted = form.accept(Map.of(
                "name", " 花子 ", "agreed", false, "day", "2026-11-30", "code", "X", "owner", "Y", "draftId", "Z"));

        assertThat(accepted)
                .containsOnly(Map.entry("name", "花子"), Map.entry("agreed", false), Map.entry("day", "2026-11-30"));
    }

    @Test
    void takesAnOptionAlsoAsText() {
        assertThat(accept("agreed", "false")).containsEntry("agreed", false);
    }

    @Test
    void normalisesFullWidthDigitsInDays() {
        assertThat(accept("day", "２０２６-１１-３０")).containsEntry("day", "2026-11-30");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            name   | ''         | 「名前」は必須項目です。
            name   | '　'        | 「名前」は必須項目です。
            name   | あいうえおか | 「名前」: 5文字以内で入力してください。
            name   | <b>        | 「名前」: < > は使えません。
            agreed | maybe      | 「同意」: 「する」「しない」のいずれかを選んでください。
            day    | 2026-02-30 | 「日付」: 日付を 2026-11-30 の形で入力してください。
            day    | tomorrow   | 「日付」: 日付を 2026-11-30 の形で入力してください。
            """)
    void saysWhichRuleIsBroken(String key, String value, String message) {
        var refusal = catchThrowableOfType(FormRefusal.class, () -> accept(key, value));

        assertThat(refusal.messages()).containsExactly(Map.entry(key, message));
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        var refusal = catchThrowableOfType(FormRefusal.class, () -> form.accept(Map.of()));

        assertThat(refusal.messages()).containsOnlyKeys("name", "agreed");
    }

    @Test
    void refusesAFormWhoseRulesItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("""
                        {"id": "x", "components": [{"id": "u", "type": "filepicker", "key": "file"}]}
                        """)).withMessageContaining("filepicker");
    }

    private Map<String, Object> accept(String key, Object value) {
        var sent = new HashMap<String, Object>(Map.of("name", "花子", "agreed", true));
        sent.put(key, value);
        return form.accept(sent);
    }

    private static Form read(String json) {
        return Form.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
