package jp.fudamori.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jp.fudamori.common.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginMailTest {

    @ParameterizedTest
    @CsvSource({
        "hana@clinic.example, hana@clinic.example",
        "ｈａｎａ＠clinic.example, hana@clinic.example",
        "a@01.example, a@01.example"
    })
    void takesAnAddressThatMailReaches(String typed, String value) {
        assertThat(LoginMail.parse(typed).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1310001@01", "x@13", "x@47", "x@48", "ｘ＠１３"})
    void leadsTheOldPortalsAddressesToANewRegistration(String typed) {
        var refusal = catchThrowableOfType(Refusal.class, () -> LoginMail.parse(typed));

        assertThat(refusal.reason()).isEqualTo(AccountReason.PROVISIONAL_ADDRESS);
        assertThat(refusal).hasMessageContaining("新規ユーザー登録");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x@00",
                "x@49",
                "x@1",
                "x@clinic",
                "@clinic.example",
                "x@",
                "x@@clinic.example",
                "x y@clinic.example",
                "x@clinic.example\r\nBcc: y@z.example",
                "<script>@clinic.example",
                "x@-a.example",
                ".x@clinic.example",
                "鈴木@clinic.example"
            })
    void refusesWhatIsNoAddress(String typed) {
        var refusal = catchThrowableOfType(Refusal.class, () -> LoginMail.parse(typed));

        assertThat(refusal.reason()).isEqualTo(AccountReason.NOT_A_MAIL_ADDRESS);
    }
}
