package jp.fudamori.account;

import static jp.fudamori.Participants.PASSWORD;
import static jp.fudamori.Registrants.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDateTime;
import java.util.Optional;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Registrants;
import jp.fudamori.ServerTest;
import jp.fudamori.common.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PasswordDeskIT {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);
    private static final String FRESH = "Another-Horse-8-Battery";

    @Autowired
    PasswordDesk desk;

    @Autowired
    MailChangeDesk mailChange;

    @Autowired
    LogInDesk logIn;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PasswordHash hash;

    @Autowired
    Participants people;

    @Autowired
    Registrants mails;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Account account;

    @BeforeEach
    void somebody() {
        clock.standAt(NOON);
        account = people.clinicWithoutQualification().account();
    }

    @AfterEach
    void afterwards() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void theMailAddressLogsInInWhateverCaseAndAnUnknownOneCostsTheSame() {
        var before = hash.computed();
        assertThat(logIn.logIn(account.mail().toUpperCase(), PASSWORD, NETWORK)).contains(account);
        var right = hash.computed() - before;

        before = hash.computed();
        assertThat(logIn.logIn("nobody@clinic.example", PASSWORD, NETWORK)).isEmpty();
        var unknown = hash.computed() - before;
        before = hash.computed();
        assertThat(logIn.logIn(account.mail(), "wrong", NETWORK)).isEmpty();
        var wrong = hash.computed() - before;

        assertThat(unknown).isEqualTo(wrong).isEqualTo(right).isOne();
    }

    @Test
    void fiftyFailuresFromOneNetworkSilenceItForEveryAccount() {
        var network = "198.51.100.50";
        for (int i = 0; i < 50; i++) {
            assertThat(logIn.logIn("guess" + i + "@clinic.example", "wrong", network))
                    .isEmpty();
        }

        assertThatThrownBy(() -> logIn.logIn(account.mail(), PASSWORD, network)).hasMessageContaining("一時的に停止");
        assertThat(logIn.logIn(account.mail(), PASSWORD, "198.51.100.51")).isPresent();
        clock.standAt(NOON.plusMinutes(31));
        assertThat(logIn.logIn(account.mail(), PASSWORD, network)).isPresent();
    }

    @Test
    void whatOneNodeCountedEveryOtherKnowsAlsoAfterARestart() {
        var restarted = new Attempts(jdbc, clock);
        for (int i = 0; i < 50; i++) {
            logIn.logIn("guess" + i + "@clinic.example", "wrong", "198.51.100.52");
        }
        for (int i = 0; i < 3; i++) {
            desk.requestReset(account.mail(), NETWORK + "r");
        }

        assertThat(restarted.isExhausted(AttemptKind.LOGIN_FROM_NETWORK, "198.51.100.52"))
                .isTrue();
        assertThat(restarted.isExhausted(AttemptKind.LINK_TO_ADDRESS, account.mail()))
                .isTrue();
    }

    @Test
    void aForgottenPasswordIsReplacedByTheLinkInTheMail() {
        desk.requestReset(account.mail(), NETWORK + "1");
        var token = mails.token(account.mail());

        desk.reset(token, FRESH, NETWORK);

        assertThat(logIn.logIn(account.mail(), FRESH, NETWORK)).contains(account);
        assertThat(logIn.logIn(account.mail(), PASSWORD, NETWORK)).isEmpty();
        assertThat(mails.receive(account.mail())).contains("変更されました").doesNotContain(FRESH);
        assertThatThrownBy(() -> desk.reset(token, PASSWORD, NETWORK)).hasMessageContaining("使用済み");
    }

    @Test
    void ofSeveralAtOnceOneUsesTheLink() throws Exception {
        desk.requestReset(account.mail(), NETWORK + "2");
        var token = mails.token(account.mail());

        assertThat(Race.run(runner -> desk.reset(token, FRESH + runner, NETWORK)))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
    }

    @Test
    void aLinkEndsAfterAnHourAndWithTheNextOne() {
        desk.requestReset(account.mail(), NETWORK + "3");
        var first = mails.token(account.mail());
        desk.requestReset(account.mail(), NETWORK + "3");
        var second = mails.token(account.mail());

        assertThatThrownBy(() -> desk.ofResetLink(first, NETWORK)).hasMessageContaining("使用済み");
        assertThat(desk.ofResetLink(second, NETWORK)).isEqualTo(account);
        clock.standAt(NOON.plusHours(1));
        assertThatThrownBy(() -> desk.ofResetLink(second, NETWORK)).hasMessageContaining("有効期限");
    }

    @Test
    void theTableKnowsTheHashOfALinkOnly() {
        desk.requestReset(account.mail(), NETWORK + "4");
        var token = mails.token(account.mail());

        assertThat(jdbc.sql("select one_time_link::text from one_time_link where subject = :id")
                        .param("id", account.id().value())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token));
    }

    @Test
    void anUnknownAddressGetsAMailAsWellSoThatNobodyCanTell() {
        var stranger = mails.mail();

        desk.requestReset(stranger, NETWORK + "5");

        assertThat(mails.receive(stranger)).contains("カウントはありません", "/register").doesNotContain("token=");
    }

    @Test
    void aKnownAddressCostsNoMoreThanAnUnknownOne() {
        var known = workOf(() -> desk.requestReset(account.mail(), NETWORK + "9"));
        var unknown = workOf(() -> desk.requestReset(mails.mail(), NETWORK + "9"));
        var registering = workOf(() -> mails.request(account.mail()));
        var newcomer = workOf(() -> mails.request(mails.mail()));

        assertThat(known).isEqualTo(unknown).isEqualTo("0 hashes, 1 links, 1 mails, 0 registrations");
        assertThat(registering).isEqualTo(newcomer).isEqualTo("0 hashes, 1 links, 1 mails, 1 registrations");
    }

    private String workOf(Runnable request) {
        var hashes = hash.computed();
        var links = count("one_time_link");
        var queued = count("mail");
        var registrations = count("registration");
        request.run();
        return "%d hashes, %d links, %d mails, %d registrations"
                .formatted(
                        hash.computed() - hashes,
                        count("one_time_link") - links,
                        count("mail") - queued,
                        count("registration") - registrations);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void nobodyIsFloodedWithLinks() {
        for (int i = 0; i < 3; i++) {
            desk.requestReset(account.mail(), NETWORK + "6");
        }

        assertThatThrownBy(() -> desk.requestReset(account.mail().toUpperCase(), "198.51.100.77"))
                .hasMessageContaining("一時的に停止");
    }

    @Test
    void guessedLinksAreNotHeardForever() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> desk.ofResetLink("A".repeat(43), "198.51.100.78"))
                    .hasMessageContaining("使用済み");
        }
        desk.requestReset(account.mail(), NETWORK + "7");
        var token = mails.token(account.mail());

        assertThatThrownBy(() -> desk.ofResetLink(token, "198.51.100.78")).hasMessageContaining("一時的に停止");
        assertThat(desk.ofResetLink(token, NETWORK)).isEqualTo(account);
    }

    @Test
    void aGivenPasswordMustBeReplacedByAnotherAndAMigratedOneMayBeKept() {
        origin("given");
        assertThat(desk.mustChoose(account.id())).isTrue();
        assertThat(catchThrowableOfType(Refusal.class, () -> desk.choose(account, PASSWORD))
                        .reason())
                .isEqualTo(AccountReason.PASSWORD_TOO_WEAK);

        origin("migrated");
        desk.choose(account, PASSWORD);

        assertThat(desk.mustChoose(account.id())).isFalse();
    }

    private void origin(String origin) {
        jdbc.sql("update account set password_origin = :origin where account_id = :id")
                .param("origin", origin)
                .param("id", account.id().value())
                .update();
    }

    @Test
    void anotherMailAddressLogsInToTheSameAccount() {
        var fresh = mails.mail();
        mailChange.request(account, PASSWORD, fresh, NETWORK + "8");
        assertThat(accounts.find(account.id()).map(Account::mail)).contains(account.mail());

        mailChange.confirm(mails.token(fresh), NETWORK);

        assertThat(logIn.logIn(fresh, PASSWORD, NETWORK).map(Account::id)).contains(account.id());
        assertThat(logIn.logIn(account.mail(), PASSWORD, NETWORK)).isEmpty();
        assertThat(mails.receive(account.mail())).contains("別のアドレスに変更されました");
    }
}
