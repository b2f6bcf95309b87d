package jp.fudamori.process.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
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
              {"id": "f", "type": "datetime", "subtype": "date", "key": "day", "dateLabel": "日付"},
              {"id": "g", "type": "number", "key": "count", "label": "枚数", "decimalDigits": 0,
               "validate": {"min": 1, "max": 1000}},
              {"id": "h", "type": "checkbox", "key": "ticked", "label": "確認"},
              {"id": "i", "type": "textarea", "key": "lines", "label": "理由", "validate": {"minLength": 2}},
              {"id": "j", "type": "textfield", "key": "phone", "label": "電話",
               "validate": {"maxLength": 12, "pattern": "^[0-9０-９－-]+$"}, "properties": {"normalize": "ascii"}},
              {"id": "k", "type": "textfield", "key": "reading", "label": "読み", "properties": {"normalize": "kana"}}]}
            """);

    @Test
    void letsThroughOnlyWhatMayBeEntered() {
        var accepted = form.accept(
                Map.of("name", " 花子 ", "agreed", false, "day", "2026-11-30", "code", "X", "draftId", "Z"),
                () -> Map.of("code", "X", "draftId", "Z", "owner", "Y"));

        assertThat(accepted)
                .containsOnly(
                        Map.entry("name", "花子"),
                        Map.entry("agreed", false),
                        Map.entry("day", "2026-11-30"),
                        Map.entry("ticked", false));
    }

    @ParameterizedTest(name = "{0} = {1}, shown {2}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            code    | X      | X
            code    | 5      | 5
            code    | ''     | null
            code    | null   | null
            code    | 'a b'  | 'a\nb'
            code    | 'a\r\nb' | 'a\nb'
            draftId | Z      | Z
            """)
    void takesBackWhatItShowedAndLeavesItBehind(String key, String value, String shown) {
        var sent = new HashMap<String, Object>(Map.of("name", "花子", "agreed", true));
        sent.put(key, value);

        var accepted = form.accept(sent, () -> shown == null ? Map.of() : Map.of(key, shown));

        assertThat(accepted).containsOnlyKeys("name", "agreed", "ticked");
    }

    @ParameterizedTest(name = "{0} = {1}, shown {2}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            code     | Y    | X    | 「番号」は変更できません。
            code     | ''   | X    | 「番号」は変更できません。
            owner    | Y    | null | 「持ち主」は変更できません。
            decision | x    | null | 「decision」という入力項目はありません。
            decision | ''   | null | 「decision」という入力項目はありません。
            draftId  | Y    | Z    | 「draftId」という入力項目はありません。
            <b>"     | x    | null | 「?b??」という入力項目はありません。
            """)
    void refusesByNameWhatMayNotBeChangedOrDoesNotExist(String key, String value, String shown, String message) {
        var sent = new HashMap<String, Object>(Map.of("name", "花子", "agreed", true, key, value));

        var refusal = catchThrowableOfType(
                FormRefusal.class, () -> form.accept(sent, () -> shown == null ? Map.of() : Map.of(key, shown)));

        assertThat(refusal.messages()).containsExactly(Map.entry(key, message));
    }

    @Test
    void comparesANumberWithWhatItShowedWhateverItsType() {
        var sent = Map.<String, Object>of("name", "花子", "agreed", true, "code", 5);

        assertThat(form.accept(sent, () -> Map.of("code", 5L))).doesNotContainKey("code");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            name    | 'か\u3099'        | が
            name    | '１２３'           | '１２３'
            name    | 'ｶﾞ'               | 'ｶﾞ'
            name    | '\uFA19田'        | '\uFA19田'
            name    | '葛\uDB40\uDD00' | '葛\uDB40\uDD00'
            name    | '𠮷𠮷'             | '𠮷𠮷'
            name    | 'かかかか\u3099'  | 'かかかが'
            lines   | 'あ\r\nい\n'    | 'あ\nい'
            phone   | '０３－００００－００００' | 03-0000-0000
            phone   | '0300000000 '      | 0300000000
            reading | 'ｶﾞｸ ﾊﾅｺ１'        | 'ガク ハナコ１'
            day     | ２０２６－１１－３０ | 2026-11-30
            """)
    void bringsATextToOneSpelling(String key, String value, String accepted) {
        assertThat(accept(key, value)).containsEntry(key, accepted);
    }

    @Test
    void takesWhatReadsLikeAnAnswerAlsoAsText() {
        assertThat(accept("agreed", "false")).containsEntry("agreed", false);
        assertThat(accept("ticked", "true")).containsEntry("ticked", true);
        assertThat(accept("count", "１２")).containsEntry("count", 12L);
    }

    @Test
    void makesWholeNumbersLong() {
        for (var twelve : List.<Object>of(12, 12L, 12.0, (short) 12, new BigInteger("12"))) {
            assertThat(accept("count", twelve)).containsEntry("count", 12L);
        }
    }

    @Test
    void takesNoTickAsNo() {
        for (var no : List.<Object>of(false, "false", "")) {
            assertThat(accept("ticked", no)).containsEntry("ticked", false);
        }
    }

    @Test
    void asksForARequiredTick() {
        var consent = read("""
                {"id": "x", "components": [
                  {"id": "a", "type": "checkbox", "key": "sure", "label": "同意", "validate": {"required": true}}]}
                """);

        assertThat(consent.accept(Map.of("sure", true), Map::of)).containsEntry("sure", true);
        assertThat(catchThrowableOfType(FormRefusal.class, () -> consent.accept(Map.of("sure", false), Map::of))
                        .messages())
                .containsExactly(Map.entry("sure", "「同意」は必須項目です。"));
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
            day    | +12026-01-01 | 「日付」: 1900年から2099年までの日付を入力してください。
            day    | 0026-01-01 | 「日付」: 1900年から2099年までの日付を入力してください。
            count  | 0          | 「枚数」: 1以上の数を入力してください。
            count  | 1001       | 「枚数」: 1,000以下の数を入力してください。
            count  | 1.5        | 「枚数」: 整数で入力してください。
            count  | 1e999999999 | 「枚数」: 整数で入力してください。
            count  | 9223372036854775808 | 「枚数」: 整数で入力してください。
            count  | 一         | 「枚数」: 整数で入力してください。
            ticked | maybe      | 「確認」: チェックの有無で答えてください。
            lines  | あ         | 「理由」: 2文字以上で入力してください。
            name   | ああ𠮷𠮷   | 「名前」: 5文字以内で入力してください。
            name   | 'あ\u0007' | 「名前」: 制御文字または外字が含まれています。
            name   | 'あ\nい'  | 「名前」: 制御文字または外字が含まれています。
            name   | 'あ\u202E' | 「名前」: 制御文字または外字が含まれています。
            name   | 'あ\uE000' | 「名前」: 制御文字または外字が含まれています。
            name   | 'あ\uD83D' | 「名前」: 使えない文字が含まれています。
            name   | '\u00A0'  | 「名前」は必須項目です。
            lines  | 'あ\u0001い' | 「理由」: 制御文字または外字が含まれています。
            """)
    void saysWhichRuleIsBroken(String key, String value, String message) {
        var refusal = catchThrowableOfType(FormRefusal.class, () -> accept(key, value));

        assertThat(refusal.messages()).containsExactly(Map.entry(key, message));
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        var refusal = catchThrowableOfType(FormRefusal.class, () -> form.accept(Map.of(), Map::of));

        assertThat(refusal.messages()).containsOnlyKeys("name", "agreed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "u", "type": "filepicker", "key": "file"}
            {"id": "u", "type": "textfield", "key": "x", "conditional": {"hide": "=1 +"}}
            {"id": "u", "type": "iframe"}
            {"id": "u", "type": "datetime", "subtype": "time", "key": "x"}
            {"id": "u", "type": "datetime", "subtype": "date", "key": "x", "disallowPassedDates": true}
            {"id": "u", "type": "number", "key": "x"}
            {"id": "u", "type": "number", "key": "x", "decimalDigits": 2}
            {"id": "u", "type": "select", "key": "x", "valuesKey": "options"}
            {"id": "u", "type": "textfield", "key": "x", "properties": {"normalize": "upper"}}
            """)
    void refusesAFormWhoseRulesItDoesNotKnow(String component) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"id\": \"x\", \"components\": [%s]}".formatted(component)))
                .withMessageContaining("u");
    }

    @Test
    void asksForNothingWhereThereIsNoForm() {
        assertThat(Form.empty().accept(Map.of(), Map::of)).isEmpty();
        assertThat(catchThrowableOfType(FormRefusal.class, () -> Form.empty().accept(Map.of("x", 1), Map::of)))
                .hasMessage("「x」という入力項目はありません。");
    }

    private Map<String, Object> accept(String key, Object value) {
        var sent = new HashMap<String, Object>(Map.of("name", "花子", "agreed", true));
        sent.put(key, value);
        return form.accept(sent, Map::of);
    }

    private static Form read(String json) {
        return Form.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
