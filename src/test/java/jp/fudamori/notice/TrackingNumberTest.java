package jp.fudamori.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jp.fudamori.common.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumberTest {

    @ParameterizedTest(name = "{0} ends with {1}")
    @CsvSource({
        "1000000000, 6, 100-00-00000-6",
        "3100000001, 0, 310-00-00001-0",
        "3191234567, 3, 319-12-34567-3",
        "3000000006, 3, 300-00-00006-3",
        "1234567890, 3, 123-45-67890-3",
        "1011234567, 0, 101-12-34567-0",
        "1311238385, 2, 131-12-38385-2",
    })
    void lastDigitIsTheFirstTenModuloSeven(String tenDigits, int checkDigit, String printed) {
        for (int digit = 0; digit <= 9; digit++) {
            var typed = tenDigits + digit;
            if (digit == checkDigit) {
                assertThat(TrackingNumber.parse(typed)).hasToString(printed).isEqualTo(new TrackingNumber(printed));
            } else {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> TrackingNumber.parse(typed))
                        .withMessageContaining("末尾の数字（検査数字）が合いません");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "319-12-34567-3",
                "31912345673",
                "３１９－１２－３４５６７－３",
                "319ー12ー34567ー3",
                "319−12−34567−3",
                " 319 12 34567 3\t",
                "　３１９１２３４５６７３　",
            })
    void isReadAsPeopleTypeIt(String typed) {
        assertThat(TrackingNumber.parse(typed).value()).isEqualTo("319-12-34567-3");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'', nothing",
        "3191234567, ten digits",
        "319123456733, twelve digits: a parcel",
        "RR123456785JP, an international item",
        "319-12-34567-X, a letter",
        "319/12/34567/3, other separators",
        "<b>31912345673</b>, HTML",
    })
    void refusesAnotherShapeInJapanese(String typed, String because) {
        assertThatExceptionOfType(Refusal.class)
                .as(because)
                .isThrownBy(() -> TrackingNumber.parse(typed))
                .withMessageContaining("11桁の数字を入力してください")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(NoticeReason.NOT_A_TRACKING_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31912345673", "319-12-34567-4", "３１９-12-34567-3", "319-12-34567-3\n"})
    void recordTakesTheCanonicalFormOnly(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrackingNumber(value));
    }
}
