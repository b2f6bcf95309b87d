package jp.fudamori.web.account;

import static jp.fudamori.DatabaseContents.audited;
import static jp.fudamori.Participants.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import jp.fudamori.Client;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.Registrants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.ClosingDesk;
import jp.fudamori.account.Registration;
import jp.fudamori.account.Role;
import jp.fudamori.holding.FeedDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 利用停止: by the clinic itself, and by an administrator. */
@ServerTest
class AccountClosingIT {

    private static final String PAGE = "/account/close";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    Registrants registrants;

    @Autowired
    IssuedApplications applications;

    @Autowired
    ClosingDesk desk;

    @Autowired
    AccountDesk accounts;

    @Autowired
    FeedDesk feeds;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void nothingLeadsToAClosedAccountAnyMore() {
        var clinic = people.clinic();
        var mail = clinic.account().mail();
        var here = browser(clinic);
        var elsewhere = browser(clinic);
        var feed = feeds.open(clinic.institution(), clinic.id());
        Client.anonymous(port).submit("/password/forgotten", "/password/forgotten", Map.of("mail", mail));
        var link = "/password/reset?token=" + registrants.token(mail);

        var wrong = here.submit(PAGE, PAGE, Map.of("present", "wrong"));
        var done = here.submit(PAGE, PAGE, Map.of("present", PASSWORD));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("パスワードが正しくありません", "href=\"#present\"");
        assertThat(location(done)).endsWith("/login?closed");
        assertThat(location(here.getPage("/account"))).contains("/login");
        assertThat(location(elsewhere.getPage("/account"))).contains("/login");
        assertThat(Client.anonymous(port)
                        .submit("/login", "/login", Map.of("login", mail, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
        assertThat(clinic.basic(port).get("/api/applications").statusCode()).isEqualTo(401);
        assertThat(Client.anonymous(port).getPage(link).statusCode()).isEqualTo(410);
        assertThat(feeds.read(feed)).isEmpty();
        assertThat(audited("account-closed", clinic.id().value(), jdbc)).isOne();
        assertThat(mailsTo(mail)).singleElement().asString().contains("利用を停止しました", "2026年11月20日（金）10時00分", "/register");
    }

    @Test
    void whereNoMailCanArriveNoneIsSent() {
        var clinic = people.clinic();
        var provisional = clinic.id().value() + "@13";
        jdbc.sql("update account set mail = :mail where account_id = :id")
                .param("mail", provisional)
                .param("id", clinic.id().value())
                .update();

        desk.close(clinic.id(), people.staff(Role.ADMINISTRATOR).id());

        assertThat(accounts.findOpen(clinic.id())).isEmpty();
        assertThat(mailsTo(provisional)).isEmpty();
    }

    @Test
    void whoRegistersAnewFindsWhatTheInstitutionHad() {
        var clinic = people.clinic();
        var number = applications.number(applications.submitted(clinic));
        desk.close(clinic.id(), clinic.id());
        var mail = registrants.mail();

        var registration = registrants.enter(mail, Registrants.details(clinic.institution()));

        assertThat(registration.state()).isEqualTo(Registration.State.OPENED);
        assertThat(accounts.ofInstitution(clinic.institution()).orElseThrow().id())
                .isEqualTo(clinic.id());
        assertThat(Client.portal(port, mail, PASSWORD)
                        .getPage("/status/" + number)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Client.anonymous(port)
                        .submit(
                                "/login",
                                "/login",
                                Map.of("login", clinic.account().mail(), "password", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theAddressOfAClosedAccountIsFree() {
        var closed = people.clinic();
        desk.close(closed.id(), closed.id());
        var other = people.institutionWithoutAccount();

        var registration = registrants.enter(closed.account().mail(), Registrants.details(other));

        assertThat(registration.state()).isEqualTo(Registration.State.OPENED);
        assertThatThrownBy(() -> desk.reopen(
                        closed.id(), people.staff(Role.ADMINISTRATOR).id()))
                .hasMessageContaining("別のアカウントで使われています");
    }

    @Test
    void anAdministratorClosesAndReopens() {
        var administrator = people.staff(Role.ADMINISTRATOR).basic(port);
        var reviewer = people.staff(Role.REVIEWER);
        var path = "/api/accounts/" + reviewer.id() + "/closed";

        assertThat(administrator.call("PUT", path, "").statusCode()).isEqualTo(204);
        assertThat(administrator.call("PUT", path, "").statusCode()).isEqualTo(204);
        assertThat(reviewer.basic(port).get("/api/applications").statusCode()).isEqualTo(401);
        assertThat(accounts.staff()).doesNotContain(reviewer.account());
        assertThat(administrator.call("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(reviewer.basic(port).get("/api/applications").statusCode()).isEqualTo(200);

        assertThat(administrator.call("PUT", "/api/accounts/nobody/closed", "").statusCode())
                .isEqualTo(404);
        assertThat(audited("account-closed", reviewer.id().value(), jdbc)).isOne();
        assertThat(mailsTo(reviewer.account().mail()))
                .as("one, however often it is closed")
                .singleElement()
                .asString()
                .doesNotContain("/register");
        assertThat(audited("account-reopened", reviewer.id().value(), jdbc)).isOne();
    }

    @Test
    void nobodyElseClosesAnAccount() {
        var clinic = people.clinic();
        var path = "/api/accounts/" + clinic.id() + "/closed";

        assertThat(people.staff(Role.OPERATOR).basic(port).call("PUT", path, "").statusCode())
                .isEqualTo(403);
        assertThat(browser(people.staff(Role.OPERATOR)).getPage(PAGE).statusCode())
                .isEqualTo(404);
        assertThat(accounts.findOpen(clinic.id())).isPresent();
    }

    @Test
    void theLastAdministratorStays() {
        var last = people.staff(Role.ADMINISTRATOR);

        transactions.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            jdbc.sql("update account set closed_at = :now where :role = any (roles) and account_id <> :last")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("role", Role.ADMINISTRATOR.group())
                    .param("last", last.id().value())
                    .update();
            assertThatThrownBy(() -> desk.close(last.id(), last.id())).hasMessageContaining("ほかにシステム管理者がいない");
        });
    }

    private List<String> mailsTo(String address) {
        return jdbc.sql("select body from mail where recipient = :recipient and kind = 'account-closed'")
                .param("recipient", address)
                .query(String.class)
                .list();
    }

    private Client browser(Person person) {
        return Client.portal(port, person.account().mail(), PASSWORD);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
