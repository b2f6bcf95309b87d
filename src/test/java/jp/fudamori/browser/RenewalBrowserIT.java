package jp.fudamori.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.Participants;
import jp.fudamori.RenewalCases;
import jp.fudamori.RenewalCases.Issued;
import jp.fudamori.account.Role;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.web.DownloadPort;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Renewal as a clinic does it, and what clinic and office see of a code that ends. */
class RenewalBrowserIT extends InTheBrowser {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);

    @Autowired
    RenewalCases cases;

    @Autowired
    IssuedApplications applications;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    EndingDesk endings;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DownloadPort downloads;

    @BeforeEach
    @AfterEach
    void backToTheStart() {
        clock.standAt(START);
    }

    @OnDesktopAndPhone
    void aClinicRenewsInThePortalAndFetchesAtTheTerminal(Device device) {
        var issued = cases.issued();
        var letter = certificates.secrets(issued.line());
        clock.standAt(cases.daysBefore(issued.line(), 91));
        var portal = new Portal(windows.open(port, device)).logIn(issued.clinic());
        portal.open(renewal(issued)).says("から更新できます").shows("電子証明書の更新", "renewal-too-early");
        clock.standAt(cases.daysBefore(issued.line(), 90));
        cases.runCampaign();

        portal.open("/").shows("ホーム", "renewal-home").open("/certificates").shows("電子証明書の一覧", "renewal-certificates");
        portal.follow("更新する・受け取る").shows("電子証明書を更新する", "renewal-step");
        portal.press("次へ").shows("電子証明書を更新する", "renewal-step-errors");
        portal.choose("発行料に同意して、更新する").press("次へ").open(renewal(issued));
        portal.says("作成しています").shows("電子証明書の更新", "renewal-in-the-making");
        cases.issue(cases.process(issued.line()));
        portal.open(renewal(issued)).says("できました").shows("電子証明書の更新", "renewal-ready");

        var terminal = new Portal(windows.open(downloads.number(), device));
        terminal.open("/renewal").shows("電子証明書の更新", "terminal-renewal");
        terminal.type("メールアドレス", issued.clinic().id().value() + "@example.jp")
                .type("パスワード", Participants.PASSWORD)
                .type("リファレンスID", letter.referenceId())
                .type("認可コード", letter.authorizationCode())
                .press("次へ");
        terminal.says("証明書パスワード（もう一度）").shows("電子証明書の更新", "terminal-renewal-ready");
        terminal.press("ダウンロードする").shows("電子証明書の更新", "terminal-renewal-errors");
    }

    private static String renewal(Issued issued) {
        return "/certificates/%s/renewal".formatted(issued.line());
    }

    @OnDesktopAndPhone
    void bothCodesAreToldOfTheirSuccessionAtHome(Device device) {
        var old = cases.issued();
        var successor = people.clinic();
        ended(old.clinic().institution(), LocalDate.of(2026, 11, 30), successor.institution());

        var portal = new Portal(windows.open(port, device)).logIn(old.clinic());
        portal.says("医療機関コードの承継").shows("ホーム", "succession-home-old");
        var next = new Portal(windows.open(port, device)).logIn(successor);
        next.says("これまでの医療機関コード").shows("ホーム", "succession-home-new");
    }

    private ProcessInstance ended(InstitutionCode code, LocalDate on, InstitutionCode successor) {
        var csv = "医療機関コード,廃止日,承継先医療機関コード\n%s,%s,%s\n".formatted(code, on, successor);
        endings.importEndings(new ByteArrayInputStream(csv.getBytes(UTF_8)), "operator-a");
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("institution-succession")
                .processInstanceBusinessKey(code.value())
                .singleResult();
    }

    @Test
    void theOfficeVerifiesADoubtfulSuccessionInTasklist() {
        var staff = people.staff(Role.CALL_CENTRE);
        var process = ended(
                cases.issued().clinic().institution(), LocalDate.of(2026, 3, 31), people.institutionWithoutAccount());
        var window = windows.desktop(port);

        WebApp.TASKLIST.enter(window, staff);
        WebApp.TASKLIST.go(window, "?task=" + staff.taskId(process, "verifySuccession"));
        assertThat(window.page().getByLabel("廃止する医療機関コード").first()).isVisible();
        window.look("tasklist-verify-succession", staff.id().value());
    }

    @Test
    void theOfficeStopsALetterInTasklist() {
        var clinic = people.clinic();
        var application = applications.issued(clinic, "受付端末");
        var notice = applications.posted(application, LocalDate.of(2026, 11, 20));
        var revocation =
                clinic.start("certificate-revocation", Map.of("lineNumbers", applications.number(application) + "-01"));
        clinic.complete(revocation, "enterRevocation", Map.of("cause", "terminal-gone"));
        clinic.complete(revocation, "confirmRevocation", Map.of("action", "revoke"));
        var dispatch = people.dispatch();
        var window = windows.desktop(port);

        WebApp.TASKLIST.enter(window, dispatch);
        WebApp.TASKLIST.go(window, "?task=" + dispatch.taskId(notice, "stopLetter"));
        assertThat(window.page().getByLabel("差出し").first()).isVisible();
        window.look("tasklist-stop-letter", dispatch.id().value());
    }
}
