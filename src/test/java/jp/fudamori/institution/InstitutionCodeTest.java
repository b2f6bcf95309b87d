package jp.fudamori.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionCodeTest {

    @Test
    void knowsItsPrefectureAndPointTable() {
        var code = new InstitutionCode("1430100016");

        assertThat(code.prefecture().label()).isEqualTo("14 神奈川県 kanagawa");
        assertThat(PointTable.of(code)).contains(PointTable.DENTAL);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "133010001, one digit short",
        "13301000160, one digit long",
        "4830100016, there are 47 prefectures",
        "0030100016, prefectures begin with 01",
        "133010001a, a letter",
        "１３３０１０００１６, full-width digits",
    })
    void refusesWhatIsNotTenDigits(String value, String because) {
        assertThatIllegalArgumentException().as(because).isThrownBy(() -> new InstitutionCode(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1330100016", "１３３０１０００１６", " 1330100016　"})
    void isReadAsPeopleTypeIt(String typed) {
        assertThat(InstitutionCode.parse(typed)).contains(new InstitutionCode("1330100016"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0100016", "13-3-0100016", "<b>1330100016</b>", "1330100016\n1330100016", "٣٣٣٠١٠٠٠١٦"})
    void isNotReadFromAnythingElse(String typed) {
        assertThat(InstitutionCode.parse(typed)).isEmpty();
    }
}
