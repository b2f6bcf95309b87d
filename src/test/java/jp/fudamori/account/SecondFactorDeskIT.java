package jp.fudamori.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SecondFactorDeskIT {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);

    @Autowired
    SecondFactorDesk desk;

    @Autowired
    PasswordDesk passwords;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Account account;
    private TotpSecret secret;
    private List<String> recoveryCodes;

    @BeforeEach
    void enrolled() {
        clock.standAt(NOON);
        account = people.clinicWithoutQualification().account();
        secret = desk.propose(account.id());
        recoveryCodes = desk.enrol(account.id(), code());
        clock.standAt(NOON.plusMinutes(1));
    }

    @AfterEach
    void afterwards() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void aCodeCountsOnceEvenForTwoAtTheSameTime() throws Exception {
        var code = code();

        assertThat(Race.run(runner -> desk.check(account.id(), code)))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
    }

    @Test
    void aRecoveryCodeStandsInOnceAndIsKeptAsAHashOnly() {
        desk.check(account.id(), recoveryCodes.get(0).toLowerCase().replace("-", " "));

        assertThat(desk.recoveryCodesLeft(account.id())).isEqualTo(9);
        assertThatThrownBy(() -> desk.check(account.id(), recoveryCodes.get(0))).hasMessageContaining("正しくありません");
        assertThat(jdbc.sql("select code_hash from recovery_code where account_id = :id")
                        .param("id", account.id().value())
                        .query(String.class)
                        .list())
                .hasSize(10)
                .doesNotContainAnyElementsOf(recoveryCodes);
    }

    @Test
    void theSecretIsSealedAtRest() {
        var sealed = jdbc.sql("select sealed_secret from second_factor where account_id = :id")
                .param("id", account.id().value())
                .query((row, index) -> row.getBytes(1))
                .single();

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret.bytes(), StandardCharsets.ISO_8859_1), secret.typed());
    }

    @Test
    void afterTenWrongCodesTheRightOneMustWaitHalfAnHourOnEveryNode() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> desk.check(account.id(), "000000")).hasMessageContaining("正しくありません");
        }

        assertThatThrownBy(() -> desk.check(account.id(), code())).hasMessageContaining("一時的に停止");
        assertThatThrownBy(() -> desk.check(account.id(), recoveryCodes.get(0))).hasMessageContaining("一時的に停止");
        clock.standAt(NOON.plusMinutes(31));
        desk.check(account.id(), code());
    }

    @Test
    void aShortPasswordIsGoodTogetherWithTheSecondFactorOnly() {
        passwords.change(account, Participants.PASSWORD, "Short-1x");

        assertThatThrownBy(() -> desk.remove(account.id(), code())).hasMessageContaining("13文字より短い");
        passwords.change(account, "Short-1x", Participants.PASSWORD);
        desk.remove(account.id(), code());

        assertThat(desk.isEnrolled(account.id())).isFalse();
        assertThatThrownBy(() -> passwords.change(account, Participants.PASSWORD, "Short-1x"))
                .hasMessageContaining("13文字以上");
    }

    @Test
    void anAdministratorResetsWhatIsLostAndAShortPasswordMustBeReplaced() {
        passwords.change(account, Participants.PASSWORD, "Short-1x");

        desk.reset(account.id(), new AccountId("admin"));

        assertThat(desk.isEnrolled(account.id())).isFalse();
        assertThat(passwords.mustChoose(account.id())).isTrue();
    }

    @Test
    void aSecretThatNobodyConfirmedDoesNotCount() {
        var other = people.clinicWithoutQualification().id();
        var proposed = desk.propose(other);

        assertThat(desk.isEnrolled(other)).isFalse();
        assertThat(desk.propose(other)).isEqualTo(proposed);
        assertThatThrownBy(() -> desk.enrol(other, "000000")).hasMessageContaining("正しくありません");
        assertThat(desk.isEnrolled(other)).isFalse();
    }

    private String code() {
        return Totp.code(secret.bytes(), Totp.step(clock.instant()));
    }
}
