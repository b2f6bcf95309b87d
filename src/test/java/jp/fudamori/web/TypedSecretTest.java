package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedSecretTest {

    @ParameterizedTest(name = "[{index}] {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "ABCD-EF23-GH45,as printed",
                "abcd-ef23-gh45,in small letters",
                " \tABCD-EF23-GH45 ,with blanks around",
                "　ＡＢＣＤ－ＥＦ２３－ＧＨ４５　,typed wide",
                "ABCDーEF23ーGH45,with the long-vowel mark",
                "ABCD–EF23—GH45,with dashes",
                "ABCD−EF23‐GH45,with a minus and a typographic hyphen",
                "ABCDｰEF23-GH45,with the narrow long-vowel mark",
            })
    void readsWhatAPersonTypes(String typed, String because) {
        assertThat(TypedSecret.normalize(typed)).as(because).isEqualTo("ABCD-EF23-GH45");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "ABCD EF23", "<script>", "' or 1=1 --", "ABCD\u0000EF23", "ABCD\nEF23", "札守", "é"})
    void readsNothingThatNoLetterSays(String typed) {
        assertThat(TypedSecret.normalize(typed)).isEmpty();
    }

    @Test
    void readsNothingTooLong() {
        assertThat(TypedSecret.normalize("A".repeat(33))).isEmpty();
        assertThat(TypedSecret.normalize("ﷺ".repeat(64))).isEmpty();
        assertThat(TypedSecret.normalize("A".repeat(1_000_000))).isEmpty();
    }
}
