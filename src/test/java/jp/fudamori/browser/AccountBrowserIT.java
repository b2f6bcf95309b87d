package jp.fudamori.browser;

import com.microsoft.playwright.options.Cookie;
import java.time.LocalDateTime;
import java.util.List;
import jp.fudamori.Participants;
import jp.fudamori.Registrants;
import jp.fudamori.web.account.Authenticator;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody sets up, changes and mislays about their own account, on a desktop and on a phone. */
class AccountBrowserIT extends InTheBrowser {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 10, 0);

    @Autowired
    Registrants registrants;

    @BeforeEach
    void setUp() {
        clock.standAt(NOW);
    }

    @OnDesktopAndPhone
    void aSecondFactorIsSetUpAndAskedFor(Device device) {
        var clinic = people.clinic();
        var window = windows.open(port, device);
        var portal = new Portal(window).logIn(clinic).open("/account").follow("二要素認証を設定する");
        portal.shows("二要素認証の設定", "second-factor-enrolment");
        var secret = Authenticator.secretIn(window.page().content());

        portal.type("確認コード", "000000").press("設定する").shows("二要素認証の設定", "second-factor-enrolment-refused");
        portal.type("確認コード", Authenticator.code(secret, clock.instant())).press("設定する");
        portal.shows("回復コード", "recovery-codes").follow("保管したので、次に進む");
        portal.says("二要素認証を設定しました").shows("アカウント", "account-second-factor-set");
        portal.follow("二要素認証の設定を変更する").shows("二要素認証の設定の変更", "second-factor-settings");

        clock.standAt(NOW.plusMinutes(1));
        portal.press("ログアウト").says("ログアウトしました").shows("ログイン", "logged-out");
        portal.logIn(clinic).shows("確認コードの入力", "second-factor-code");
        portal.type("確認コード", Authenticator.code(secret, clock.instant())).press("ログイン");
        portal.shows("ホーム", "home-after-second-factor");
    }

    @OnDesktopAndPhone
    void anotherMailAddressIsConfirmedByItsLink(Device device) {
        var fresh = registrants.mail();
        var portal = new Portal(windows.open(port, device)).logIn(people.clinic());

        portal.open("/account/mail").shows("メールアドレスの変更", "mail-change");
        portal.type("新しいメールアドレス", fresh).type("現在のパスワード", "wrong").press("確認メールを送る");
        portal.shows("メールアドレスの変更", "mail-change-refused");
        portal.type("現在のパスワード", Participants.PASSWORD).press("確認メールを送る");
        portal.says("新しいアドレスにメールをお送りしました").shows("アカウント", "account-mail-sent");
        var link = "/account/mail/confirm?token=" + registrants.token(fresh);
        portal.open(link).shows("メールアドレスの確認", "mail-confirm").press("変更を確定する");
        portal.shows("メールアドレスを変更しました", "mail-done");
        portal.open(link).shows("このリンクは使えません", "link-over");
    }

    @OnDesktopAndPhone
    void aClinicThatTheRegistryDoesNotKnowIsToldWhoLooksIntoIt(Device device) {
        var mail = registrants.mail();
        registrants.request(mail);
        var portal = new Portal(windows.open(port, device));

        portal.open("/register/details?token=" + registrants.token(mail)).press("登録する");
        portal.shows("登録内容の入力", "register-details-refused");
        portal.type("医療機関コード", people.unknownInstitution().value())
                .type("医療機関（薬局）名称", "見本医院")
                .type("電話番号", "06-1234-5678")
                .type("新しいパスワード", Participants.PASSWORD)
                .type("新しいパスワード（確認）", Participants.PASSWORD)
                .press("登録する");

        portal.shows("登録内容を確認しています", "register-checking");
    }

    @OnDesktopAndPhone
    void aSessionThatIsOverLeadsToTheLogInAndBack(Device device) {
        var clinic = people.clinic();
        var window = windows.open(port, device);
        var portal = new Portal(window).logIn(clinic).open("/status");
        loseSession(window);

        portal.open("/certificates").says("しばらく操作がなかったため").shows("ログイン", "session-over");
        portal.logIn(clinic).shows("電子証明書の一覧", "certificates-none");
        loseSession(window);
        portal.press("ログアウト");

        portal.shows("操作を受け付けられません", "forbidden");
    }

    @OnDesktopAndPhone
    void aClinicClosesItsAccount(Device device) {
        var portal = new Portal(windows.open(port, device)).logIn(people.clinic());

        portal.open("/account").follow("アカウントの利用を停止").shows("アカウントの利用停止", "account-close");
        portal.type("現在のパスワード", Participants.PASSWORD).press("利用を停止する");

        portal.says("アカウントの利用を停止しました").shows("ログイン", "account-closed");
    }

    /** As after half an hour, when the server no longer knows the session of the cookie. */
    private static void loseSession(Window window) {
        var context = window.page().context();
        context.clearCookies();
        context.addCookies(List.of(new Cookie("JSESSIONID", "bm8tc3VjaC1zZXNzaW9u")
                .setUrl(window.page().url())));
    }
}
