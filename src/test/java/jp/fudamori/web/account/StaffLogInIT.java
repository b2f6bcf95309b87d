package jp.fudamori.web.account;

import static jp.fudamori.Participants.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import jp.fudamori.Client;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Staff as in production, where a second factor is mandatory, and with an issuer of OpenID Connect. */
@ServerTest
@TestPropertySource(
        properties = {
            "fudamori.account.staff-second-factor=true",
            "camunda.bpm.process-engine-name=second" // the web applications of the other server look for "default"
        })
@DirtiesContext // and choose among the engines of the JVM where there are two
class StaffLogInIT {

    private static FakeIssuer issuer;

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    private Person reviewer;

    @BeforeAll
    static void openTheIssuer() {
        issuer();
    }

    @AfterAll
    static void closeTheIssuer() {
        issuer.close();
    }

    private static synchronized FakeIssuer issuer() {
        if (issuer == null) {
            issuer = new FakeIssuer();
        }
        return issuer;
    }

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.client.registration.office.client-id", () -> "fudamori");
        settings.add("spring.security.oauth2.client.registration.office.client-secret", () -> "secret");
        settings.add("spring.security.oauth2.client.registration.office.client-name", () -> "見本事務局");
        settings.add("spring.security.oauth2.client.registration.office.scope", () -> "openid,profile,email");
        settings.add("spring.security.oauth2.client.provider.office.issuer-uri", () -> issuer().address());
    }

    @BeforeEach
    void somebodyOfTheOffice() {
        reviewer = people.staff(Role.REVIEWER);
    }

    @Test
    void withoutASecondFactorAPasswordOpensNothingButItsEnrolment() {
        var browser = Client.anonymous(port);
        var shown = logIn(browser);
        assertThat(location(shown)).endsWith("/second-factor/enrolment");
        assertThat(browser.getPage("/account").statusCode()).isEqualTo(302);
        assertThat(browser.getPage("/camunda/app/tasklist/second/").statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/second/task/count").statusCode())
                .isIn(401, 403);
        assertThat(browser.get("/api/qualifications/x").statusCode()).isEqualTo(401);
        var page = browser.getPage("/second-factor/enrolment");
        var secret = Authenticator.secretIn(page.body());
        assertThat(browser.getPage("/second-factor/enrolment/picture.svg").body())
                .startsWith("<svg");

        var enrolled = browser.postForm(
                "/second-factor/enrolment",
                Map.of("code", Authenticator.code(secret, clock.instant())),
                Client.csrf(page.body()));

        assertThat(enrolled.body()).contains("回復コード");
        assertThat(browser.getPage("/camunda/app/tasklist/second/").statusCode())
                .isEqualTo(200);
        clock.standAt(clock.instant()
                .atZone(MovableClock.TOKYO)
                .plus(Duration.ofMinutes(1))
                .toLocalDateTime());
        assertThat(location(logIn(Client.anonymous(port)))).endsWith("/second-factor");
    }

    @Test
    void aPasswordAloneIsEnoughForProgramsOnThisMachineOnly() {
        assertThat(reviewer.basic(port).get("/engine-rest/engine/second/user").statusCode())
                .isEqualTo(200);
        assertThat(basicFrom("203.0.113.7", reviewer)).isEqualTo(401);
        assertThat(basicFrom("203.0.113.7", people.clinicWithoutQualification()))
                .as("clinics need no second factor")
                .isEqualTo(200);
    }

    private int basicFrom(String network, Person person) {
        var client = person.basic(port);
        return client.send(client.request("/engine-rest/engine/second/user")
                        .header("X-Forwarded-For", network)
                        .GET())
                .statusCode();
    }

    @Test
    void anAdministratorSetsAForgottenSecondFactorBack() {
        var browser = Client.anonymous(port);
        logIn(browser);
        var page = browser.getPage("/second-factor/enrolment").body();
        var code = Authenticator.code(Authenticator.secretIn(page), clock.instant());
        browser.postForm("/second-factor/enrolment", Map.of("code", code), Client.csrf(page));

        var answer = Client.basic(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD)
                .call("DELETE", "/api/accounts/" + reviewer.id() + "/second-factor", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.getPage("/account").statusCode()).as("signed out").isEqualTo(302);
        assertThat(location(logIn(Client.anonymous(port)))).endsWith("/second-factor/enrolment");
    }

    @Test
    void theIssuerVouchesForStaffByIdOrVerifiedAddress() {
        assertThat(Client.anonymous(port).getPage("/login").body()).contains("見本事務局 でログイン");

        assertThat(throughIssuer(reviewer.id().value(), "other@office.example", true)
                        .getPage("/account")
                        .body())
                .contains(reviewer.account().name());
        assertThat(throughIssuer("stranger", reviewer.account().mail(), true)
                        .getPage("/account")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theIssuersWordIsNoAccountForStrangersClinicsOrUnverifiedAddresses() {
        var clinic = people.clinicWithoutQualification();

        assertThat(throughIssuer("stranger", "stranger@office.example", true)
                        .getPage("/account")
                        .statusCode())
                .isEqualTo(302);
        assertThat(throughIssuer(clinic.id().value(), clinic.account().mail(), true)
                        .getPage("/account")
                        .statusCode())
                .isEqualTo(302);
        assertThat(throughIssuer("stranger", reviewer.account().mail(), false)
                        .getPage("/account")
                        .statusCode())
                .isEqualTo(302);
    }

    /** Goes to the issuer and comes back with what it says. */
    private Client throughIssuer(String name, String mail, boolean verified) {
        var browser = Client.anonymous(port);
        var there = location(browser.getPage("/oauth2/authorization/office"));
        browser.getPage(issuer.vouch(there, name, mail, verified));
        return browser;
    }

    private HttpResponse<String> logIn(Client browser) {
        return browser.submit("/login", "/login", Map.of("login", reviewer.id().value(), "password", PASSWORD));
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
