package jp.fudamori.web;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.certificate.ApprovedApplications;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.LetterSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class DownloadPortIT {

    private static final String WRONG = "AAAAA-AAAA-AAAAA";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private DownloadPort downloadPort;

    @LocalServerPort
    private int publicPort;

    @Autowired
    private Participants people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CertificateDesk certificates;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    private LetterSecrets letter() {
        var number = new ApprovedApplications(jdbc).of(people.clinic().institution(), "受付1号機");
        certificates.vet(number);
        certificates.sign(number);
        return certificates.secrets(number);
    }

    private HttpRequest.Builder at(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder form(String referenceId, String authorizationCode) {
        var body = "referenceId=" + encode(referenceId) + "&authorizationCode=" + encode(authorizationCode);
        return at(downloadPort.number(), "/download")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(ofString(body));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void givesThePkcs12FileForReferenceAndCode() throws Exception {
        var letter = letter();

        var answer = send(form(letter.referenceId(), letter.authorizationCode()));

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-pkcs12");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"\\d{10}-001\\.p12\"");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(new OpenSsl()
                        .with("a.p12", answer.body())
                        .run("pkcs12", "-info", "-in", "a.p12", "-nodes", "-passin", "pass:" + letter.password()))
                .contains("PRIVATE KEY");
    }

    @Test
    void readsWideAndSmallLetters() throws Exception {
        var letter = letter();

        var answer = send(form(
                "　" + wide(letter.referenceId()) + " ",
                letter.authorizationCode().toLowerCase(Locale.ROOT)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String wide(String word) {
        return word.chars()
                .map(c -> c - '!' + '！')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void showsAPageInJapaneseWithoutScripts() throws Exception {
        var answer = send(at(downloadPort.number(), "/download"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'nonce-")
                .endsWith("form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(text(answer))
                .contains("<html lang=\"ja\"", "name=\"referenceId\"", "name=\"authorizationCode\"", "発行通知書")
                .doesNotContain("<script", "ダウンロードできませんでした");
    }

    @Test
    void showsThePageAgainAfterAMistake() throws Exception {
        var answer = send(form(letter().referenceId(), WRONG).header("Accept", "text/html,*/*;q=0.8"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer))
                .contains("role=\"alert\"", "確認できませんでした", "name=\"referenceId\"")
                .doesNotContain(WRONG);
    }

    @Test
    void answersProgramsWithAProblem() throws Exception {
        var answer = send(form(letter().referenceId(), WRONG).header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("json");
        assertThat(text(answer)).contains("\"code\":\"credentials-not-accepted\"", "ダウンロードできません");
    }

    @Test
    void aProgramThatTakesJsonGetsItsFileToo() throws Exception {
        var letter = letter();

        var answer = send(form(letter.referenceId(), letter.authorizationCode()).header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "ABCD-EF23-GH45, ''", "'', ABCDE-FG23-HJK45", "<b>, <b>", "ABCD%00, ABCD", "'\u0007', A"})
    void refusesWhatNoLetterSays(String referenceId, String authorizationCode) throws Exception {
        assertThat(send(form(referenceId, authorizationCode)).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesFieldsOfAnyLength() throws Exception {
        assertThat(send(form("A".repeat(500), WRONG)).statusCode()).isEqualTo(400);
        assertThat(send(form("A".repeat(100_000), WRONG)).statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/download/",
                "/download/x",
                "/camunda/",
                "/engine-rest/engine",
                "/api/applications/1",
                "/pki/crl/issuing-g1.crl",
                "/v3/api-docs",
                "/error",
                "/actuator/health",
                "/DOWNLOAD",
                "/download%2f"
            })
    void hasNothingElseOnThisPort(String path) throws Exception {
        assertThat(send(at(downloadPort.number(), path)).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/download",
                "/download;x=y",
                "/x/../download",
                "/./download",
                "//download",
                "/%64ownload",
                "/download/"
            })
    void isNotThereOnThePublicPort(String path) throws Exception {
        assertThat(send(at(publicPort, path)).statusCode()).isIn(400, 404);
        assertThat(send(at(publicPort, path).POST(ofString("referenceId=A&authorizationCode=B")))
                        .statusCode())
                .isIn(400, 403, 404);
    }

    @Test
    void believesNoForwardingHeader() throws Exception {
        var letter = letter();

        var answer = send(form(letter.referenceId(), letter.authorizationCode())
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Port", "8080")
                .header("Forwarded", "for=203.0.113.7"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "10.20.30.40, true",
        "10.21.0.1, false",
        "fd12:3456::9, true",
        "fd12:3457::9, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "127.0.0.1, false",
        "::1, false",
    })
    void answersTheNamedNetworksOnly(String address, boolean allowed) {
        var settings = new DownloadSettings(0, List.of("10.20.0.0/16", "fd12:3456::/32", "192.0.2.7"));

        assertThat(settings.allow(address)).isEqualTo(allowed);
    }

    @Test
    void answersNobodyIfNoNetworkIsNamed() {
        assertThat(new DownloadSettings(0, List.of()).allow("127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "closed-network", "10.0.0.0/x", ""})
    void doesNotStartWithAMisspeltNetwork(String network) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DownloadSettings(0, List.of(network)));
    }
}
