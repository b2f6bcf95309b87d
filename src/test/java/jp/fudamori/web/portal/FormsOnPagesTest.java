package jp.fudamori.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.fudamori.process.FormPart;
import jp.fudamori.process.FormPart.Asked;
import jp.fudamori.process.FormPart.Shown;
import jp.fudamori.process.form.Form;
import jp.fudamori.web.portal.form.FormPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form that is deployed, on a page. */
class FormsOnPagesTest {

    private static final String ATTACK = "\"'><script>alert(1)</script>";

    static Stream<Path> forms() throws IOException {
        return Files.list(Path.of("forms")).sorted();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsEveryComponentOfAForm(Path file) throws IOException {
        var form = read(file);

        var html = Pages.render("portal/start", model(form, Map.of(), Map.of()));

        form.layout().parts(Map.of(), Map.of()).forEach(part -> {
            if (part instanceof Asked asked) {
                assertThat(html).contains("name=\"" + asked.key() + "\"", asked.label());
            } else if (part instanceof Shown shown) {
                assertThat(html).contains(shown.label());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void escapesWhateverAFormShowsAndTakes(Path file) throws IOException {
        var form = read(file);
        var everything = new HashMap<String, Object>();
        var typed = new HashMap<String, String>();
        for (var part : form.layout().parts(Map.of(), Map.of())) {
            if (part instanceof Shown shown) {
                everything.put(shown.key(), ATTACK);
            } else if (part instanceof Asked asked) {
                typed.put(asked.key(), ATTACK);
            }
        }
        Stream.of("consentText", "repetition", "fee", "notice", "qualification", "advice", "applications", "takenOver")
                .forEach(name -> everything.put(name, ATTACK));

        var html = Pages.render("portal/start", model(form, everything, typed));

        assertThat(html).doesNotContain("<script", "\"'>");
    }

    private static Map<String, Object> model(Form form, Map<String, Object> shown, Map<String, String> typed) {
        var parts = form.layout().parts(shown, typed);
        var page = FormPage.of("名前", parts);
        var model = new HashMap<>(TaskPages.formOf("名前", page, ""));
        model.put("errors", errors(parts));
        model.put("process", "qualification-application");
        model.put("token", "t");
        return model;
    }

    /** Something is wrong with every field. */
    private static Map<String, String> errors(Iterable<FormPart> parts) {
        var errors = new HashMap<String, String>();
        parts.forEach(part -> {
            if (part instanceof Asked asked) {
                errors.put(asked.key(), ATTACK);
            }
        });
        return errors;
    }

    private static Form read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Form.read(in);
        }
    }
}
