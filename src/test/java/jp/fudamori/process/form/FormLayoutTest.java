package jp.fudamori.process.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.fudamori.process.FormPart;
import jp.fudamori.process.FormPart.Asked;
import jp.fudamori.process.FormPart.Kind;
import jp.fudamori.process.FormPart.Shown;
import jp.fudamori.process.FormPart.Words;
import jp.fudamori.process.FormRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormLayoutTest {

    private static final String PAYMENT = """
            {"id": "a", "type": "radio", "key": "method", "label": "方法", "validate": {"required": true},
             "values": [{"label": "控除", "value": "DEDUCTION"}, {"label": "払込", "value": "INVOICE"}]},
            {"id": "b", "type": "textfield", "key": "payer", "label": "払込人", "description": "{{method}}の名義",
             "validate": {"required": true, "maxLength": 40}, "conditional": {"hide": "=method != \\"INVOICE\\""}}
            """;

    @Test
    void fillsTextsIn() {
        var words =
                "{\"id\": \"a\", \"type\": \"text\", \"text\": \"合計 {{fee}}、{{if n > 1 then \\\"複数\\\" else \\\"1台\\\"}}\"}";

        assertThat(parts(words, Map.of("fee", "3,000円", "n", 2L))).containsExactly(new Words("合計 3,000円、複数"));
    }

    @Test
    void leavesOutATextThatIsEmpty() {
        assertThat(parts("{\"id\": \"a\", \"type\": \"text\", \"text\": \"{{repetition}}\"}", Map.of()))
                .isEmpty();
    }

    @Test
    void fillsNothingIntoValues() {
        var words = "{\"id\": \"a\", \"type\": \"text\", \"text\": \"{{name}}\"}";

        assertThat(parts(words, Map.of("name", "{{secret}} $1 \\"))).containsExactly(new Words("{{secret}} $1 \\"));
    }

    @Test
    void showsReadOnlyValuesInWords() {
        var json = """
                {"id": "a", "type": "checkbox", "key": "ticked", "label": "確認", "disabled": true},
                {"id": "b", "type": "select", "key": "kind", "label": "種類", "readonly": true,
                 "values": [{"label": "診療所", "value": "CLINIC"}]}
                """;

        assertThat(parts(json, Map.of("ticked", true, "kind", "CLINIC")))
                .containsExactly(new Shown("ticked", "確認", "はい"), new Shown("kind", "種類", "診療所"));
    }

    @Test
    void hidesAFieldWhileItsConditionHolds() {
        assertThat(parts(PAYMENT, Map.of("method", "DEDUCTION"))).hasSize(1);
        assertThat(parts(PAYMENT, Map.of("method", "INVOICE")).get(1))
                .isEqualTo(new Asked(Kind.LINE, "payer", "払込人", "INVOICEの名義", true, 40, Map.of(), ""));
    }

    @Test
    void decidesByWhatWasEnteredBeforeWhatIsShown() {
        var form = read(PAYMENT);

        assertThat(form.layout().parts(Map.of("method", "DEDUCTION"), Map.of("method", "INVOICE", "payer", "花子")))
                .hasSize(2)
                .last()
                .extracting(part -> ((Asked) part).value())
                .isEqualTo("花子");
    }

    @Test
    void asksForAHiddenFieldNoMoreThanThePageDoes() {
        var form = read(PAYMENT);

        assertThat(form.accept(Map.of("method", "DEDUCTION", "payer", "x"), Map::of))
                .isEqualTo(Map.of("method", "DEDUCTION"));
        assertThat(catchThrowableOfType(FormRefusal.class, () -> form.accept(Map.of("method", "INVOICE"), Map::of))
                        .messages())
                .containsOnlyKeys("payer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "Field_7", "type": "filepicker", "key": "x"}
            {"id": "Field_7", "type": "html", "content": "<b>x</b>"}
            {"id": "Field_7", "type": "dynamiclist"}
            """)
    void namesTheComponentThatNoPageCanShow(String component) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(component)).withMessageContaining("Field_7");
    }

    private static List<FormPart> parts(String components, Map<String, Object> shown) {
        return read(components).layout().parts(shown, Map.of());
    }

    private static Form read(String components) {
        var json = "{\"id\": \"x\", \"components\": [" + components + "]}";
        return Form.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
