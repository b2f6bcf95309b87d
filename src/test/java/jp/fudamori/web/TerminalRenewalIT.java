package jp.fudamori.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import jp.fudamori.Participants;
import jp.fudamori.RenewalCases;
import jp.fudamori.RenewalCases.Issued;
import jp.fudamori.ServerTest;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.LetterSecrets;
import jp.fudamori.certificate.RevocationDesk;
import jp.fudamori.renewal.RenewalBoard;
import jp.fudamori.renewal.RenewalCase.Stage;
import jp.fudamori.renewal.RenewalDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The renewal as a terminal does it: with {@code curl --cert} at the download port. */
@ServerTest
class TerminalRenewalIT {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final Pattern TICKET = Pattern.compile("name=\"_ticket\" value=\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("name=\"_text\" value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Autowired
    DownloadPort port;

    @LocalServerPort
    int publicPort;

    @Autowired
    RenewalCases cases;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    DownloadDesk downloads;

    @Autowired
    RevocationDesk revocations;

    @Autowired
    RenewalBoard board;

    @Autowired
    RenewalDesk desk;

    @Autowired
    MovableClock clock;

    @BeforeEach
    @AfterEach
    void backToTheStart() {
        clock.standAt(START);
    }

    /** A terminal with the certificate that it got by letter. */
    private record Terminal(Issued issued, LetterSecrets letter, Path pkcs12) {}

    private Terminal terminal() throws IOException {
        var issued = cases.issued();
        var letter = certificates.secrets(issued.line());
        var file = folder.resolve(issued.line() + ".p12");
        Files.write(
                file,
                downloads
                        .download(letter.referenceId(), letter.authorizationCode(), "10.0.0.1")
                        .content());
        return new Terminal(issued, letter, file);
    }

    private Terminal inItsPeriod() throws IOException {
        var terminal = terminal();
        clock.standAt(cases.daysBefore(terminal.issued().line(), 90));
        cases.runCampaign();
        return terminal;
    }

    /** @param status of the answer, and what came with it */
    private record Answer(int status, byte[] body) {

        String text() {
            return new String(body, UTF_8);
        }

        String field(Pattern name) {
            var matcher = name.matcher(text());
            assertThat(matcher.find()).as(text()).isTrue();
            return matcher.group(1);
        }
    }

    private Answer curl(List<String> certificate, String path, String... fields) throws Exception {
        var out = Files.createTempFile(folder, "answer", "");
        var command = new ArrayList<>(List.of(
                "curl",
                "--silent",
                "--show-error",
                "--insecure",
                "--output",
                out.toString(),
                "--write-out",
                "%{http_code}"));
        command.addAll(certificate);
        for (var field : fields) {
            command.addAll(List.of("--data-urlencode", field));
        }
        command.add("https://127.0.0.1:" + port.tlsNumber() + path);
        var curl = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(curl.getInputStream().readAllBytes(), UTF_8);
        assertThat(curl.waitFor()).as(said).isZero();
        return new Answer(Integer.parseInt(said.strip()), Files.readAllBytes(out));
    }

    private static List<String> with(Terminal terminal) {
        return List.of(
                "--cert-type",
                "P12",
                "--cert",
                terminal.pkcs12() + ":" + terminal.letter().password());
    }

    private Stage stage(LineNumber line) {
        return board.of(line).orElseThrow().stage();
    }

    @Test
    void theOldCertificateRenewsItselfAndFetchesTheNewOne() throws Exception {
        var terminal = inItsPeriod();
        var line = terminal.issued().line();
        var page = curl(with(terminal), "/renewal");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text())
                .contains("1,500円", "いまの電子証明書のシリアル番号", certificates.issued(line).serialNumber());

        var agreed = curl(
                with(terminal),
                "/renewal",
                "_ticket=" + page.field(TICKET),
                "_text=" + page.field(TEXT),
                "consent=true");
        assertThat(agreed.status()).isEqualTo(303);
        assertThat(curl(with(terminal), "/renewal").text()).contains("作成しています");
        cases.issue(cases.process(line));
        var ready = curl(with(terminal), "/renewal");
        assertThat(ready.text()).contains("証明書パスワード（もう一度）");

        var wrong = curl(
                with(terminal), "/renewal/file", "_ticket=" + ready.field(TICKET), "password=short", "repeated=short");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("13文字以上", "href=\"#password\"");
        var file = curl(
                with(terminal),
                "/renewal/file",
                "_ticket=" + ready.field(TICKET),
                "password=" + RenewalCases.CHOSEN,
                "repeated=" + RenewalCases.CHOSEN);

        assertThat(file.status()).isEqualTo(200);
        assertThat(new OpenSsl()
                        .with("new.p12", file.body())
                        .run("pkcs12", "-in", "new.p12", "-nodes", "-passin", "pass:" + RenewalCases.CHOSEN))
                .contains("PRIVATE KEY", "BEGIN CERTIFICATE");
        assertThat(curl(with(terminal), "/renewal").text()).contains("受取り済み");
        assertThat(stage(line)).isEqualTo(Stage.FETCHED);
    }

    private static String[] login(Terminal terminal) {
        return new String[] {
            "login=" + terminal.issued().clinic().id().value() + "@example.jp",
            "password=" + Participants.PASSWORD,
            "referenceId=" + terminal.letter().referenceId(),
            "authorizationCode=" + terminal.letter().authorizationCode()
        };
    }

    @Test
    void theAccountAndTheLetterDoAsWell() throws Exception {
        var terminal = inItsPeriod();
        var page = curl(List.of(), "/renewal/login", login(terminal));
        assertThat(page.status()).as(page.text()).isEqualTo(200);

        var agreed = curl(
                List.of(), "/renewal", "_ticket=" + page.field(TICKET), "_text=" + page.field(TEXT), "consent=true");

        assertThat(agreed.status()).isEqualTo(200);
        assertThat(agreed.text()).contains("作成しています");
        cases.issue(cases.process(terminal.issued().line()));
        assertThat(curl(List.of(), "/renewal/state", "_ticket=" + agreed.field(TICKET))
                        .text())
                .contains("証明書パスワード（もう一度）");
    }

    @Test
    void neitherTheAccountAloneNorAnothersLetterIsEnough() throws Exception {
        var terminal = inItsPeriod();
        var other = cases.issued().clinic();
        for (var login : List.of(terminal.issued().clinic(), other)) {
            var code = login == other ? terminal.letter().authorizationCode() : "AAAAA-AAAA-AAAAA";
            var answer = curl(
                    List.of(),
                    "/renewal/login",
                    "login=" + login.id().value() + "@example.jp",
                    "password=" + Participants.PASSWORD,
                    "referenceId=" + terminal.letter().referenceId(),
                    "authorizationCode=" + code);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("リファレンスIDまたは認可コードを確認できませんでした").doesNotContain("_ticket");
        }
        assertThat(curl(List.of(), "/renewal/login", "login=").status()).isEqualTo(403);
    }

    @Test
    void aRevokedCertificateRenewsNothing() throws Exception {
        var terminal = inItsPeriod();
        revocations.revoke(terminal.issued().line(), RevocationReason.KEY_COMPROMISE, "test", "");

        var answer = curl(with(terminal), "/renewal");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("失効している").doesNotContain("_ticket");
    }

    @Test
    void aNewCertificateThatWasReportedLostOrRevokedIsRefusedOnAPage() throws Exception {
        for (var reportedLost : List.of(true, false)) {
            backToTheStart();
            var terminal = inItsPeriod();
            var line = terminal.issued().line();
            var made = desk.requestAtTerminal(line);
            cases.issue(cases.process(line));
            var ticket = curl(with(terminal), "/renewal").field(TICKET);
            if (reportedLost) {
                downloads.close(made, "lost");
            } else {
                revocations.revoke(made, RevocationReason.PRIVILEGE_WITHDRAWN, "test", "");
            }

            var answer = curl(
                    with(terminal),
                    "/renewal/file",
                    "_ticket=" + ticket,
                    "password=" + RenewalCases.CHOSEN,
                    "repeated=" + RenewalCases.CHOSEN);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("role=\"alert\"", "受け取れません").doesNotContain("type=\"password\"");
            assertThat(curl(with(terminal), "/renewal").text())
                    .contains(reportedLost ? "紛失などの届出により受け取れません" : "更新できません");
        }
    }

    @Test
    void anExpiredCertificateRenewsNothing() throws Exception {
        var terminal = inItsPeriod();
        clock.standAt(cases.daysBefore(terminal.issued().line(), -1));

        var answer = curl(with(terminal), "/renewal");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("有効期限が切れている").doesNotContain("_ticket");
    }

    @Test
    void whatWasRenewedInTimeIsStillFetchedWithTheLetterOfTheExpiredOne() throws Exception {
        var terminal = inItsPeriod();
        var line = terminal.issued().line();
        desk.requestAtTerminal(line);
        var process = cases.process(line);
        cases.issue(process);
        clock.standAt(cases.daysBefore(line, -1));
        cases.run(process, "unfetchedExpired");
        assertThat(curl(with(terminal), "/renewal").text()).contains("アカウントと発行通知書で本人確認をして");

        var ready = curl(List.of(), "/renewal/login", login(terminal));
        assertThat(ready.status()).as(ready.text()).isEqualTo(200);
        var file = curl(
                List.of(),
                "/renewal/file",
                "_ticket=" + ready.field(TICKET),
                "password=" + RenewalCases.CHOSEN,
                "repeated=" + RenewalCases.CHOSEN);

        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(stage(line)).isEqualTo(Stage.FETCHED);
    }

    @Test
    void beforeTheWindowItSaysFromWhichDay() throws Exception {
        var terminal = terminal();
        clock.standAt(cases.daysBefore(terminal.issued().line(), 91));

        var answer = curl(with(terminal), "/renewal");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("から更新できます").doesNotContain("name=\"consent\"");
        var forced = curl(with(terminal), "/renewal", "_ticket=" + ticketOf(terminal), "consent=true");
        assertThat(forced.status()).isIn(403, 422);
        assertThat(stage(terminal.issued().line())).isEqualTo(Stage.TOO_EARLY);
    }

    /** From a page of a later day; the clock goes back afterwards. */
    private String ticketOf(Terminal terminal) throws Exception {
        var now = clock.instant();
        clock.standAt(cases.daysBefore(terminal.issued().line(), 90));
        var ticket = curl(with(terminal), "/renewal").field(TICKET);
        clock.standAt(LocalDateTime.ofInstant(now, MovableClock.TOKYO));
        return ticket;
    }

    @Test
    void theCertificateOfAnotherAuthorityIsRefusedOnAPage() throws Exception {
        var key = folder.resolve("foreign.key").toString();
        var certificate = folder.resolve("foreign.pem").toString();
        new OpenSsl()
                .run(
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        key,
                        "-out",
                        certificate,
                        "-subj",
                        "/C=JP/O=Fudamori Test/CN=1330100016-001");

        var answer = curl(List.of("--cert", certificate, "--key", key), "/renewal");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("当センターが発行したものではありません").doesNotContain("_ticket");
    }

    @Test
    void aTicketCountsOnlyWithItsCertificateAndOnlyForAWhile() throws Exception {
        var other = terminal();
        var terminal = inItsPeriod();
        var ticket = curl(with(terminal), "/renewal").field(TICKET);

        assertThat(curl(List.of(), "/renewal", "_ticket=" + ticket, "consent=true")
                        .status())
                .isEqualTo(403);
        assertThat(curl(with(other), "/renewal", "_ticket=" + ticket, "consent=true")
                        .status())
                .isEqualTo(403);
        assertThat(curl(with(terminal), "/renewal", "_ticket=" + ticket + "A", "consent=true")
                        .status())
                .isEqualTo(403);
        assertThat(curl(with(terminal), "/renewal", "consent=true").status()).isEqualTo(403);
        clock.standAt(
                LocalDateTime.ofInstant(clock.instant(), MovableClock.TOKYO).plusMinutes(31));
        assertThat(curl(with(terminal), "/renewal", "_ticket=" + ticket, "consent=true")
                        .status())
                .isEqualTo(403);
        assertThat(stage(terminal.issued().line())).isEqualTo(Stage.OPEN);
    }

    @Test
    void withoutConsentNothingIsRenewed() throws Exception {
        var terminal = inItsPeriod();
        var page = curl(with(terminal), "/renewal");

        var answer = curl(with(terminal), "/renewal", "_ticket=" + page.field(TICKET), "_text=" + page.field(TEXT));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("href=\"#consent\"");
        assertThat(stage(terminal.issued().line())).isEqualTo(Stage.OPEN);
    }

    @Test
    void isNotThereOnThePublicPort() throws Exception {
        var client = HttpClient.newHttpClient();
        for (var path : List.of("/renewal", "/renewal/login", "/renewal/file", "/renewal/x")) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + publicPort + path))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isIn(302, 401, 403, 404);
        }
    }
}
