package jp.fudamori.web.account;

import static jp.fudamori.Participants.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.fudamori.Client;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Registrants;
import jp.fudamori.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Registration, forgotten password and another address, page by page. */
@ServerTest
class AccountPagesIT {

    /** Each test comes from elsewhere, because links asked for from one network are counted. */
    private static final AtomicInteger NETWORKS = new AtomicInteger(100);

    private static final String FRESH = "Another-Horse-8-Battery";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    Registrants registrants;

    @Autowired
    MovableClock clock;

    private Client browser;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        browser = Client.anonymous(port).from("192.0.2." + NETWORKS.incrementAndGet());
    }

    @Test
    void aClinicRegistersAndLogsIn() {
        var mail = registrants.mail();
        var code = people.institutionWithoutAccount();
        assertThat(location(browser.submit("/register", "/register", Map.of("mail", mail))))
                .endsWith("/register/sent");
        var link = "/register/details?token=" + registrants.token(mail);
        assertThat(browser.getPage(link).body()).contains(mail);

        var wrong =
                browser.submit(link, "/register/details", details(link, code.value(), "<b>", "06-1234-5678", PASSWORD));
        var right = browser.submit(
                link,
                "/register/details",
                details(link, code.value(), Participants.nameOf(code), "06-1234-5678", PASSWORD));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("使えない文字", "href=\"#name\"", "value=\"" + code + "\"", "&lt;b&gt;")
                .doesNotContain(PASSWORD);
        assertThat(location(right)).endsWith("/register/done");
        assertThat(browser.getPage("/register/done").body()).contains("新規ユーザー登録が完了しました");
        var again = browser.getPage(link);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("このリンクは使えません");
        assertThat(Client.portal(port, mail, PASSWORD).getPage("/account").body())
                .contains(code.value());
    }

    private static Map<String, String> details(String link, String code, String name, String phone, String password) {
        return Map.of(
                "token", link.substring(link.indexOf('=') + 1),
                "code", code,
                "name", name,
                "phone", phone,
                "password", password,
                "again", password);
    }

    @Test
    void aClinicThatTheRegistryDoesNotKnowIsToldToWait() {
        var mail = registrants.mail();
        browser.submit("/register", "/register", Map.of("mail", mail));
        var link = "/register/details?token=" + registrants.token(mail);

        var answer = browser.submit(
                link,
                "/register/details",
                details(link, people.unknownInstitution().value(), "未登録医院", "06-0000-0000", PASSWORD));

        assertThat(location(answer)).endsWith("/register/checking");
        assertThat(browser.getPage("/register/checking").body()).contains("担当者が確認します");
    }

    @Test
    void aForgottenPasswordIsReplacedAndTheAnswerTellsNothing() {
        var clinic = people.clinicWithoutQualification();
        var known = browser.submit(
                "/password/forgotten",
                "/password/forgotten",
                Map.of("mail", clinic.account().mail()));
        var unknown = browser.submit("/password/forgotten", "/password/forgotten", Map.of("mail", registrants.mail()));
        assertThat(location(known)).isEqualTo(location(unknown)).endsWith("/password/forgotten/sent");
        var link = "/password/reset?token=" + registrants.token(clinic.account().mail());

        var differing = reset(link, FRESH, FRESH + "x");
        var weak = reset(link, "short", "short");
        var done = reset(link, FRESH, FRESH);

        assertThat(differing.body()).contains("一致しません", "href=\"#again\"");
        assertThat(weak.body()).contains("13文字以上", "href=\"#password\"");
        assertThat(location(done)).endsWith("/password/reset/done");
        assertThat(browser.getPage(link).statusCode()).isEqualTo(410);
        assertThat(Client.portal(port, clinic.account().mail(), FRESH)
                        .getPage("/account")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> reset(String link, String password, String again) {
        return browser.submit(
                link,
                "/password/reset",
                Map.of("token", link.substring(link.indexOf('=') + 1), "password", password, "again", again));
    }

    @Test
    void aProvisionalAddressIsToldThatNoMailReachesIt() {
        var answer = browser.submit("/password/forgotten", "/password/forgotten", Map.of("mail", "1310001@13"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("メールをお送りできません", "新規ユーザー登録", "1310001@13");
    }

    @Test
    void anotherAddressIsConfirmedByItsMail() {
        var clinic = people.clinicWithoutQualification();
        var here = Client.portal(port, clinic.account().mail(), PASSWORD);
        var fresh = registrants.mail();
        assertThat(here.submit("/account/mail", "/account/mail", Map.of("mail", fresh, "present", "wrong"))
                        .body())
                .contains("パスワードが正しくありません", "href=\"#present\"");
        here.submit("/account/mail", "/account/mail", Map.of("mail", fresh, "present", PASSWORD));
        var token = registrants.token(fresh);
        var link = "/account/mail/confirm?token=" + token;

        var done = browser.submit(link, "/account/mail/confirm", Map.of("token", token));

        assertThat(location(done)).endsWith("/account/mail/confirm/done");
        assertThat(here.getPage("/account").body()).contains(fresh);
    }

    @Test
    void aSecondFactorIsSetUpAndAskedForFromThenOn() {
        var clinic = people.clinicWithoutQualification();
        var here = Client.portal(port, clinic.account().mail(), PASSWORD);
        var page = here.getPage("/account/second-factor");
        var secret = Authenticator.secretIn(page.body());
        assertThat(here.getPage("/account/second-factor/picture.svg").body()).startsWith("<svg");
        var code = Authenticator.code(secret, clock.instant());
        var codes = here.postForm("/account/second-factor", Map.of("code", code), Client.csrf(page.body()));
        assertThat(codes.body()).contains("いま一度だけ表示します").containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}");
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 1));

        var next = Client.anonymous(port);
        var shown =
                next.submit("/login", "/login", Map.of("login", clinic.account().mail(), "password", PASSWORD));
        assertThat(location(shown)).endsWith("/second-factor");
        assertThat(next.getPage("/account").statusCode()).isEqualTo(302);
        var wrong = next.submit("/second-factor", "/second-factor", Map.of("code", code));
        assertThat(wrong.body()).contains("確認コードが正しくありません");
        var right = next.submit(
                "/second-factor", "/second-factor", Map.of("code", Authenticator.code(secret, clock.instant())));

        assertThat(location(right)).endsWith("/");
        assertThat(next.getPage("/account").body()).contains("設定済み（残りの回復コード 10個）");
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
