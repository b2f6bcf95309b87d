package jp.fudamori.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jp.fudamori.common.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "suzuki@clinic.example.jp, suzuki@clinic.example.jp",
        "ｓｕｚｕｋｉ＠clinic．jp, suzuki@clinic.jp",
        "' o.suzuki+pc@clinic.jp ', o.suzuki+pc@clinic.jp",
    })
    void isReadAsItWasMeant(String typed, String address) {
        assertThat(MailAddress.parse(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "suzuki",
                "suzuki@clinic",
                "a@b@clinic.jp",
                "鈴木@clinic.jp",
                "鈴木 <suzuki@clinic.jp>",
                "suzuki@clinic.jp, thief@evil.jp",
                "suzuki@clinic.jp\r\nBcc: thief@evil.jp",
                "suzuki..x@clinic.jp",
                "suzuki@clinic..jp",
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> MailAddress.parse(typed))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(NoticeReason.NOT_A_MAIL_ADDRESS));
    }
}
