package jp.fudamori.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jp.fudamori.common.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final AccountId ID = new AccountId("tanaka");

    @ParameterizedTest
    @ValueSource(strings = {"Sakura-no-ki1", "sakura2026sakuraX", "SAKURA-2026-SAKURA", "sakura!2026!sakura"})
    void acceptsThirteenCharactersOfThreeKinds(String password) {
        assertThatCode(() -> PasswordPolicy.check(ID, password)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "Sakura-no-k1, 13文字以上, one character short",
        "sakuranokinoshita2026, 3種類以上, two kinds only",
        "Ｓakura-no-ki-2026, 半角, a full-width letter",
        "'Sakura no ki 2026', 半角, a space",
        "Tanaka-no-ki-2026, 利用者ID, the id in another case",
    })
    void refusesInJapaneseWithoutRepeatingThePassword(String password, String message, String because) {
        var refusal = catchThrowableOfType(Refusal.class, () -> PasswordPolicy.check(ID, password));

        assertThat(refusal).as(because).hasMessageContaining(message);
        assertThat(refusal.reason()).isEqualTo(AccountReason.PASSWORD_TOO_WEAK);
        assertThat(refusal.getMessage()).doesNotContain(password);
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 100_000})
    void refusesWhatWouldOnlyCostTime(int length) {
        var refusal = catchThrowableOfType(Refusal.class, () -> PasswordPolicy.check(ID, "Aa1".repeat(length)));

        assertThat(refusal.reason()).isEqualTo(AccountReason.PASSWORD_TOO_WEAK);
    }
}
