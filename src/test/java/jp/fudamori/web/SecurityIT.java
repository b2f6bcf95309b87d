package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDateTime;
import jp.fudamori.Client;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.ca.OcspSigners;
import jp.fudamori.ca.RevocationLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SecurityIT {

    private static final String SETUP = """
            {"profile": {"id": "intruder", "firstName": "I", "lastName": "I", "email": "i@example.org"},
             "credentials": {"password": "Intruder-2026-Intruder"}}
            """;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    Participants people;

    @Autowired
    AccountDesk desk;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/./api/admin/setup/default/user/create"
            })
    void cve_2026_77226_nobodyMakesAnAdministratorOverTheSetUpPage(String path) {
        var browser = Client.anonymous(port);
        browser.get("/camunda/app/admin/default/");

        assertThat(browser.post(path, SETUP).statusCode()).isBetween(400, 499);
        assertThat(desk.find(new AccountId("intruder"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/engine", "/engine-rest/history/task", "/engine-rest/"})
    void engineRestIsClosedToAnonymousCallers(String path) {
        var answer = Client.anonymous(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
    }

    @Test
    void engineRestActsAsTheCallerAndForgetsThemAfterwards() {
        var clinic = people.clinic();

        assertThat(clinic.basic(port).get("/engine-rest/user").body())
                .contains(clinic.id().value());
        assertThat(Client.basic(port, clinic.id().value(), "wrong")
                        .get("/engine-rest/user")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Client.anonymous(port).get("/engine-rest/user").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default/task", "/camunda/api/admin/setup/default/x"})
    void theWebAppsInterfaceIsClosedToAnonymousCallers(String path) {
        assertThat(Client.anonymous(port).get(path).statusCode()).isIn(401, 403);
    }

    @Test
    void tasklistTakesTheSameIdAndPassword() {
        var reviewer = people.staff(Role.REVIEWER);

        var browser = reviewer.tasklist(port);

        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aChangeWithoutTheTokenAgainstCsrfIsRefusedByTheWebApps() {
        var browser = people.staff(Role.REVIEWER).tasklist(port);

        var forged = browser.send(HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/camunda/api/engine/engine/default/task/count"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "CLINIC, /api/accounts, 403",
        "OPERATOR, /api/accounts, 403",
        "ADMINISTRATOR, /api/accounts, 405",
        "REVIEWER, /api/institutions, 403",
        "ANALYST, /api/qualifications/1, 403",
        "CLINIC, /api/letters/1, 403",
        "REVIEWER, /api/letters/1, 403",
        "ANALYST, /api/applications/1, 403",
        "ANALYST, /api/nothing, 404",
    })
    void eachPathOfTheApiIsForItsRolesOnly(Role role, String path, int status) {
        var account = people.somebody(role);

        var answer = account.basic(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).containsPattern("\"title\":\"[^\"]*[ぁ-ん一-龠]");
    }

    @Test
    void aTasklistSessionReadsTheApiButDoesNotChangeIt() {
        var administrator = Client.tasklist(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD);

        assertThat(administrator.get("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(administrator.post("/api/accounts", "{}").statusCode()).isEqualTo(401);
        assertThat(Client.anonymous(port).get("/api/nothing").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/accounts", "/engine-rest/deployment/create"})
    void anotherSiteCannotUseAPasswordThatTheBrowserRemembers(String path) {
        var browser = Client.basic(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD);

        var forged = browser.send(browser.request(path)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webjars/camunda/securityFilterRules.json", "/actuator/env", "/nothing", "/swagger-ui"})
    void whatNoChainNamesIsNotThere(String path) {
        assertThat(Client.anonymous(port).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theStartPageIsThePortal() {
        var answer = Client.anonymous(port).get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("医療機関等向け電子証明書ポータル");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void theDescriptionOfTheApiIsPublic() {
        assertThat(Client.anonymous(port).get("/v3/api-docs").body()).contains("/api/accounts");
    }

    @Test
    void probesAreOpenAndMetricsAreForOperators(
            @Autowired RevocationLists lists, @Autowired OcspSigners signers, @Autowired MovableClock clock) {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        lists.generations().forEach(lists::publish);
        lists.generations().forEach(signers::renew);
        assertThat(Client.anonymous(managementPort).get("/actuator/health").statusCode())
                .isEqualTo(200);
        assertThat(Client.anonymous(managementPort).get("/actuator/metrics").statusCode())
                .isEqualTo(401);
        assertThat(status(people.staff(Role.REVIEWER), "/actuator/metrics")).isEqualTo(403);
        assertThat(status(people.staff(Role.OPERATOR), "/actuator/metrics")).isEqualTo(200);
    }

    private int status(Person account, String path) {
        return account.basic(managementPort).get(path).statusCode();
    }
}
