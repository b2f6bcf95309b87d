package jp.fudamori.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.fudamori.MovableClock;
import jp.fudamori.ServerTest;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AccountDeskIT {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);
    private static final String PASSWORD = "Sakura-no-ki-2026";

    @Autowired
    AccountDesk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void atNoon() {
        clock.standAt(NOON);
    }

    @AfterEach
    void afterwards() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void knowsWhoHasTheRightPassword() {
        var account = openClinic("right@desk.example", "1310011100");

        assertThat(desk.authenticate(account.id(), PASSWORD)).contains(account);
        assertThat(desk.authenticate(account.id(), "Sakura-no-ki-2025")).isEmpty();
        assertThat(desk.authenticate(new AccountId("nobody@desk.example"), PASSWORD))
                .isEmpty();
        assertThat(desk.authenticate(new AccountId("nobody"), "nobody has this password"))
                .isEmpty();
    }

    @Test
    void keepsOnlyAnArgon2idHash() {
        var account = openClinic("hash@desk.example", "1310011101");

        assertThat(column("password_hash", account.id())).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void tenFailuresLockForThirtyMinutes() {
        var account = openClinic("lock@desk.example", "1310011102");

        failTimes(account.id(), 10);

        clock.standAt(NOON.plusMinutes(30).minusNanos(1_000));
        assertThat(desk.authenticate(account.id(), PASSWORD)).isEmpty();
        clock.standAt(NOON.plusMinutes(30));
        assertThat(desk.authenticate(account.id(), PASSWORD)).contains(account);
    }

    @Test
    void aSuccessBeforeTheTenthFailureStartsTheCountAnew() {
        var account = openClinic("nine@desk.example", "1310011103");

        failTimes(account.id(), 9);
        assertThat(desk.authenticate(account.id(), PASSWORD)).isPresent();
        failTimes(account.id(), 9);

        assertThat(desk.authenticate(account.id(), PASSWORD)).isPresent();
    }

    @Test
    void knockingOnALockedAccountDoesNotKeepItLocked() {
        var account = openClinic("knock@desk.example", "1310011104");

        failTimes(account.id(), 25);
        clock.standAt(NOON.plusMinutes(30));

        assertThat(desk.authenticate(account.id(), PASSWORD)).isPresent();
    }

    @Test
    void parallelGuessesAreAllCounted() throws Exception {
        var account = openClinic("parallel@desk.example", "1310011105");

        var threads = Executors.newFixedThreadPool(10);
        var guesses = IntStream.range(0, 10)
                .<Future<?>>mapToObj(i -> threads.submit(() -> desk.authenticate(account.id(), "wrong")))
                .toList();
        for (var guess : guesses) {
            guess.get();
        }
        threads.shutdown();

        assertThat(desk.authenticate(account.id(), PASSWORD)).isEmpty();
    }

    @Test
    void failuresAndLocksAreOnRecordButNotWhatWasTypedAsId() {
        var account = openClinic("audit@desk.example", "1310011106");

        failTimes(account.id(), 10);
        desk.authenticate(new AccountId("My-Secret-Password1"), "x");

        assertThat(recorded("login-failed", account.id().value())).isEqualTo(10);
        assertThat(recorded("account-locked", account.id().value())).isEqualTo(1);
        assertThat(recorded("login-failed", "unknown")).isPositive();
        assertThat(recorded("login-failed", "My-Secret-Password1")).isZero();
    }

    @Test
    void anInstitutionHasOneAccount() {
        openClinic("first@desk.example", "1310011107");

        assertThat(refusal(clinic("second@desk.example", "1310011107")).reason())
                .isEqualTo(AccountReason.INSTITUTION_HAS_ACCOUNT);
    }

    @Test
    void twoInstitutionsDoNotShareAMailAddress() {
        openClinic("shared@desk.example", "1310011108");
        var other = new Account(
                new AccountId("other-id"),
                "別の医院",
                "SHARED@desk.example",
                Set.of(Role.CLINIC),
                Optional.of(new InstitutionCode("1310011109")));

        assertThat(refusal(other).reason()).isEqualTo(AccountReason.MAIL_TAKEN);
    }

    @Test
    void idsThatDifferInCaseOnlyAreTheSame() {
        openClinic("case@desk.example", "1310011110");

        assertThat(refusal(clinic("CASE@desk.example", "1310011111")).reason())
                .isEqualTo(AccountReason.ACCOUNT_ID_TAKEN);
    }

    @Test
    void theFirstAdministratorExistsAfterTheStart() {
        assertThat(desk.authenticate(new AccountId("admin"), ServerTest.ADMINISTRATOR_PASSWORD))
                .hasValueSatisfying(admin -> assertThat(admin.roles()).containsExactly(Role.ADMINISTRATOR));
        assertThat(desk.inRole(Role.ADMINISTRATOR)).extracting(Account::id).contains(new AccountId("admin"));
    }

    private Account openClinic(String id, String code) {
        var account = clinic(id, code);
        desk.open(account, PASSWORD);
        return account;
    }

    private static Account clinic(String id, String code) {
        return new Account(
                new AccountId(id), "さくら歯科医院", id, Set.of(Role.CLINIC), Optional.of(new InstitutionCode(code)));
    }

    private Refusal refusal(Account account) {
        return catchThrowableOfType(Refusal.class, () -> desk.open(account, PASSWORD));
    }

    private void failTimes(AccountId id, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(desk.authenticate(id, "wrong")).isEmpty();
        }
    }

    private String column(String column, AccountId id) {
        return jdbc.sql("select " + column + " from account where account_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private long recorded(String action, String subject) {
        return jdbc.sql("select count(*) from audit_entry where action = :action and subject = :subject")
                .param("action", action)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }
}
