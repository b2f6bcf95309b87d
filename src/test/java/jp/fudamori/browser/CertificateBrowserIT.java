package jp.fudamori.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Loss, reissue and revocation as a clinic does them on a phone and at a desk, and the office in Tasklist. */
@ServerTest
class CertificateBrowserIT {

    @RegisterExtension
    final Windows windows = new Windows();

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications cases;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    private String issued(Person clinic) {
        return cases.number(cases.issued(clinic, "受付端末", "診察室")) + "-01";
    }

    @Test
    void aClinicReportsAStolenTerminalOnThePhoneInItsHand() {
        var clinic = people.clinic();
        issued(clinic);
        var portal = new Portal(windows.phone(port)).logIn(clinic);

        portal.open("/certificates").shows("電子証明書の一覧", "certificates-links");
        portal.follow("なくした・盗まれた").shows("なくした・盗まれたときの届出と再発行", "loss");
        portal.press("届出を始める").shows("なくしたものと状況", "loss-describe");
        portal.press("次へ").shows("なくしたものと状況", "loss-describe-errors");
        portal.choose("端末を盗まれた・なくした").type("いつ（気づいた日）", "2026-11-20").type("どこで", "外出先の電車の中");
        portal.press("次へ").shows("届出の内容の確認", "loss-confirm");
        portal.press("届け出る").shows("届出を受け付けました", "loss-reported");
        portal.follow("新しい申請へ進む").shows("ホーム", "loss-home");
        portal.open("/certificates").says("失効").shows("電子証明書の一覧", "certificates-revoked");
    }

    @Test
    void aClinicRevokesAtADesk() {
        var clinic = people.clinic();
        issued(clinic);
        var portal = new Portal(windows.desktop(port)).logIn(clinic);

        portal.open("/certificates").follow("使わなくなった").shows("使わなくなった電子証明書を失効させる", "revocation");
        portal.press("理由の入力へ進む").shows("失効の理由", "revocation-cause");
        portal.choose("端末を廃棄した、または使わなくなった").press("次へ").shows("失効の内容の確認", "revocation-confirm");
        portal.press("失効させる").shows("失効が完了しました", "revocation-done");
        portal.open("/certificates/closing").shows("すべての電子証明書を失効させる", "closing");
    }

    @Test
    void theOfficeAsksAndAgreesInTasklist() {
        var officer = people.staff("officer-b", Role.REVIEWER, Role.SUPERVISOR);
        var own = officer.start("certificate-revocation", Map.of("lineNumbers", issued(people.clinic())));
        var colleague = people.staff(Role.REVIEWER);
        var other = colleague.start("certificate-revocation", Map.of("lineNumbers", issued(people.clinic())));
        colleague.complete(other, "orderRevocation", Map.of("cause", "cessation", "note", "廃止届を確認した。"));
        var window = windows.desktop(port);

        WebApp.TASKLIST.enter(window, officer);
        WebApp.TASKLIST.go(window, "?task=" + officer.taskId(own, "orderRevocation"));
        assertThat(window.page().getByLabel("医療機関（薬局）名称").first()).isVisible();
        window.look("tasklist-order-revocation", officer.id().value());
        WebApp.TASKLIST.go(window, "?task=" + officer.taskId(other, "approveRevocation"));
        assertThat(window.page()
                        .getByLabel("依頼", new Page.GetByLabelOptions().setExact(true))
                        .first())
                .isVisible();
        window.look("tasklist-approve-revocation", officer.id().value());
    }
}
