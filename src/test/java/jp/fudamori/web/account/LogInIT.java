package jp.fudamori.web.account;

import static jp.fudamori.Participants.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.Client;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One log-in for portal, Tasklist and Cockpit, and what people try against it. */
@ServerTest
class LogInIT {

    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final String OWN_LOG_IN = "/camunda/api/admin/auth/user/default/login/tasklist";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person clinic;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        clinic = people.clinicWithoutQualification();
    }

    @Test
    void oneLogInServesThePortalAndTheWebApplications() {
        var browser = Client.portal(port, clinic.account().mail().toUpperCase(), PASSWORD);

        assertThat(browser.getPage("/account").body()).contains(clinic.account().name());
        assertThat(browser.getPage("/camunda/app/tasklist/default/").statusCode())
                .isEqualTo(200);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains(clinic.id().value());
    }

    @Test
    void theWebApplicationsHaveNoLogInOfTheirOwn() {
        var browser = Client.anonymous(port);

        var page = browser.getPage("/camunda/app/tasklist/default/");
        var answer = browser.post(
                OWN_LOG_IN,
                "username=%s&password=%s".formatted(clinic.id(), PASSWORD),
                "application/x-www-form-urlencoded");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(location(page)).endsWith("/login");
        assertThat(answer.statusCode()).isIn(401, 403);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void whoWantedAPageGetsThereAfterTheLogIn() {
        var browser = Client.anonymous(port);
        browser.getPage("/account/password?from=mail");

        var answer = logIn(browser, clinic.account().mail(), PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/account/password?from=mail");
    }

    @Test
    void nobodyIsSentToAnotherHost() {
        var browser = Client.anonymous(port);
        browser.getPage("/account?continue=https://evil.example/&//evil.example/");
        browser.send(browser.request("/login?continue=https://evil.example/&redirect=//evil.example")
                .header("Accept", "text/html")
                .GET());

        var answer = logIn(browser, clinic.account().mail(), PASSWORD);

        assertThat(location(answer)).startsWith("http://localhost:" + port + "/account?");
    }

    @Test
    void theSessionFromBeforeTheLogInIsNotTheOneAfterIt() {
        var browser = Client.anonymous(port);
        var before = sessionCookie(browser.getPage("/login"));

        var after = sessionCookie(logIn(browser, clinic.account().mail(), PASSWORD));

        assertThat(after).contains("HttpOnly", "SameSite=Lax");
        assertThat(value(after)).isNotEqualTo(value(before));
        var intruder = Client.anonymous(port);
        var stolen = intruder.send(intruder.request("/account")
                .header("Cookie", "JSESSIONID=" + value(before))
                .header("Accept", "text/html"));
        assertThat(stolen.statusCode()).isEqualTo(302);
    }

    @Test
    void sessionsAreInTheDatabaseWithoutSecrets() {
        Client.portal(port, clinic.account().mail(), PASSWORD);

        assertThat(jdbc.sql("""
                        select string_agg(attribute_name, ',' order by attribute_name)
                          from spring_session join spring_session_attributes on session_primary_id = primary_id
                         where principal_name = :id
                        """)
                        .param("id", clinic.id().value())
                        .query(String.class)
                        .single())
                .contains("fudamori.account")
                .doesNotContain("SPRING_SECURITY_CONTEXT");
    }

    @Test
    void wrongPasswordAndUnknownAddressLookTheSame() {
        var wrong = logIn(Client.anonymous(port), clinic.account().mail(), "wrong");
        var unknown = logIn(Client.anonymous(port), "nobody@clinic.example", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(bare(wrong.body(), clinic.account().mail()))
                .isEqualTo(bare(unknown.body(), "nobody@clinic.example"));
        assertThat(wrong.body()).contains("ログインできませんでした").doesNotContain("value=\"wrong\"");
    }

    private static String bare(String page, String login) {
        return page.replace(Client.csrf(page), "").replace(login, "").replaceAll("jsessionid=\\w+", "");
    }

    @Test
    void tooManyFailuresFromOneNetworkSilenceItWhateverTheAccount() {
        var guesser = Client.anonymous(port).from("192.0.2.44");
        for (int i = 0; i < 50; i++) {
            logIn(guesser, "guess" + i + "@clinic.example", "wrong");
        }

        assertThat(logIn(guesser, clinic.account().mail(), PASSWORD).body()).contains("一時的に停止");
        assertThat(logIn(
                                Client.anonymous(port).from("192.0.2.45"),
                                clinic.account().mail(),
                                PASSWORD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aProvisionalAddressIsLedToANewRegistration() {
        var answer = logIn(Client.anonymous(port), "1310001@13", "anything");

        assertThat(answer.body()).contains("仮アカウントをお使いの方へ", "href=\"/register\"");
        assertThat(Client.anonymous(port).getPage("/login").body()).doesNotContain("仮アカウント");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/register", "/password/forgotten", "/account/sign-out-everywhere"})
    void aFormWithoutItsTokenIsRefusedOnAPage(String path) {
        var browser = Client.portal(port, clinic.account().mail(), PASSWORD);

        var forged = browser.postForm(path, Map.of("login", "x", "mail", "x@clinic.example"), "forged");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("<html", "有効期限");
        assertThat(browser.getPage("/account").statusCode())
                .as("still logged in")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/register", "/password/forgotten", "/", "/nothing"})
    void noPageCanBeFramedOrRunForeignCode(String path) {
        var browser = Client.anonymous(port);

        var headers = browser.send(browser.request(path)
                        .header("Accept", "text/html")
                        .header("X-Forwarded-Proto", "https")
                        .GET())
                .headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'", "default-src 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"/login, login", "/register, mail", "/password/forgotten, mail"})
    void scriptInAFieldComesBackAsText(String path, String field) {
        var answer = Client.anonymous(port)
                .submit(path, path, Map.of(field, "\"><script>alert(1)</script>", "password", "x"));

        assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void tenMegabytesAndUnknownPathsAreAnsweredByAPlainJapanesePage() {
        var browser = Client.anonymous(port);
        var large = browser.send(browser.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("login=" + "x".repeat(10_000_000))));

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("<html", "操作を受け付けられません");
        var missing = browser.getPage("/nothing/here");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("<html", "ページが見つかりません");
        assertThat(Client.portal(port, clinic.account().mail(), PASSWORD)
                        .getPage("/nothing/here")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void leavingTasklistLeavesThePortal() {
        var browser = clinic.tasklist(port);

        var answer = browser.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.getPage("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        var here = Client.portal(port, clinic.account().mail(), PASSWORD);
        var elsewhere = Client.portal(port, clinic.account().mail(), PASSWORD);

        var answer = here.submit("/account", "/account/sign-out-everywhere", Map.of());

        assertThat(location(answer)).endsWith("/login?out");
        assertThat(here.getPage("/account").statusCode()).isEqualTo(302);
        assertThat(elsewhere.getPage("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void anotherPasswordSignsOutEveryoneButTheOneWhoChoseIt() {
        var here = Client.portal(port, clinic.account().mail(), PASSWORD);
        var elsewhere = Client.portal(port, clinic.account().mail(), PASSWORD);
        var fresh = "Another-Horse-8-Battery";

        var answer = here.submit(
                "/account/password",
                "/account/password",
                Map.of("present", PASSWORD, "password", fresh, "again", fresh));

        assertThat(location(answer)).endsWith("/account?changed=password");
        assertThat(here.getPage("/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.getPage("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void anInitialPasswordOpensNothingUntilItIsReplaced() {
        jdbc.sql("update account set password_origin = 'given' where account_id = :id")
                .param("id", clinic.id().value())
                .update();
        var browser = Client.anonymous(port);
        var shown = logIn(browser, clinic.account().mail(), PASSWORD);
        assertThat(location(shown)).endsWith("/password/first");
        assertThat(browser.getPage("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get(TASKS).statusCode()).isIn(401, 403);
        assertThat(browser.get("/api/qualifications/x").statusCode()).isEqualTo(401);
        assertThat(clinic.basic(port).get("/engine-rest/user").statusCode()).isEqualTo(401);

        var same = choose(browser, PASSWORD);
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("初期パスワードと異なる");
        var fresh = choose(browser, "Another-Horse-8-Battery");

        assertThat(fresh.statusCode()).isEqualTo(302);
        assertThat(browser.getPage("/account").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> choose(Client browser, String password) {
        return browser.submit("/password/first", "/password/first", Map.of("password", password, "again", password));
    }

    @Test
    void aSessionReadsTheApiButChangesNothingThereAndIsNobodyAtTheEnginesInterface() {
        var administrator = Client.portal(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD);

        assertThat(administrator.get("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(administrator.post("/api/accounts", "{}").statusCode()).isEqualTo(401);
        assertThat(administrator.get("/engine-rest/user").statusCode()).isEqualTo(401);
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneInOpenSessions() {
        var staff = people.staff(Role.REVIEWER);
        var browser = Client.portal(port, staff.id().value(), PASSWORD);
        assertThat(browser.get("/api/qualifications/x").statusCode()).isNotEqualTo(403);

        jdbc.sql("update account set roles = array ['analyst'] where account_id = :id")
                .param("id", staff.id().value())
                .update();

        assertThat(browser.get("/api/qualifications/x").statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> logIn(Client browser, String login, String password) {
        return browser.submit("/login", "/login", Map.of("login", login, "password", password));
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String sessionCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow();
    }

    private static String value(String cookie) {
        return cookie.replaceAll("JSESSIONID=([^;]*).*", "$1");
    }
}
