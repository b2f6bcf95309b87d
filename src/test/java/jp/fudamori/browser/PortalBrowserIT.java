package jp.fudamori.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.fudamori.IssuedApplications;
import jp.fudamori.IssuedLetters;
import jp.fudamori.Participants;
import jp.fudamori.Registrants;
import jp.fudamori.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clinic's clerk in the portal, click by click, on a desktop and on a phone. */
class PortalBrowserIT extends InTheBrowser {

    private static final String TERMINAL = "オンライン資格確認パソコン";
    private static final String NEW_PASSWORD = "Another-Horse-7-Battery";

    @Autowired
    Registrants registrants;

    @Autowired
    IssuedLetters letters;

    @Autowired
    JdbcClient jdbc;

    /** Steps 1-1 to 1-10 of the manual; the names of the screens are those of its steps. */
    @OnDesktopAndPhone
    void aClerkAppliesAsTheManualSays(Device device) {
        var clinic = people.clinic();
        var portal = new Portal(windows.open(port, device));

        portal.open("/").shows("医療機関等向け電子証明書ポータル", "manual-1-01-portal").follow("ログインはこちら");
        portal.shows("ログイン", "manual-1-01-log-in").logIn(clinic.id().value(), Participants.PASSWORD);
        portal.shows("ホーム", "manual-1-02-home").follow("オンライン資格確認・オンライン請求");
        portal.shows("オンライン資格確認・オンライン請求", "manual-1-03-menu").follow("オンライン資格確認・オンライン請求の各種申請について");
        portal.shows("各種申請", "manual-1-04-applications").follow("電子証明書発行申請");
        portal.shows("解説ページ", "manual-1-05-article").follow("電子証明書の申請画面へ進む");
        portal.says("1,500円").shows("電子証明書発行申請業務ページ", "manual-1-06-fee").press("同意する");
        portal.shows("証明書発行申請情報の入力", "manual-1-07-entry");
        assertThat(portal.required()).as("fields that must be filled in").isEqualTo(2);
        portal.type("担当部署/担当者名", IssuedApplications.CONTACT)
                .type("端末名称等", TERMINAL)
                .press("次へ");
        portal.shows("電子証明書の発行", "manual-1-08-ok").follow("OK");
        portal.says(TERMINAL).shows("証明書発行申請情報の確認", "manual-1-09-check").press("申請");
        portal.says("続けてもう1枚申請").shows("発行申請成功", "manual-1-10-success");
        assertThat(portal.pages()).as("from the front door to the number").isEqualTo(11);
        assertThat(portal.fields())
                .as("name and password, contact and terminal")
                .isEqualTo(4);
        portal.follow("申請状況を見る");
        portal.says("いま").shows("電子証明書発行申請の状況", "status");
    }

    @Test
    void aClerkIsLedToWhatIsMissing() {
        var portal = new Portal(windows.phone(port)).logIn(people.clinic());

        portal.open("/certificate-application").press("同意する").press("次へ");

        portal.says("「担当部署/担当者名」は必須項目です。").shows("証明書発行申請情報の入力", "entry-refused");
        portal.link("「担当部署/担当者名」は必須項目です。").click();
        assertThat(portal.focused()).isEqualTo("contactName");
    }

    @Test
    void aNewClinicRegistersAndLogsIn() {
        var institution = people.institutionWithoutAccount();
        var mail = registrants.mail();
        var portal = new Portal(windows.phone(port));

        portal.open("/").follow("新規ユーザー登録はこちら");
        portal.shows("新規ユーザー登録", "register").type("メールアドレス", mail).press("確認メールを送る");
        portal.shows("確認メールを送りました", "register-sent");
        portal.open("/register/details?token=" + registrants.token(mail)).shows("登録内容の入力", "register-details");
        portal.type("医療機関コード", institution.value())
                .type("医療機関（薬局）名称", Participants.nameOf(institution))
                .type("電話番号", "06-1234-5678")
                .type("新しいパスワード", NEW_PASSWORD)
                .type("新しいパスワード（確認）", NEW_PASSWORD)
                .press("登録する");
        portal.shows("新規ユーザー登録が完了しました", "register-done").follow("ログイン");
        portal.logIn(mail, NEW_PASSWORD).shows("ホーム", "home-first");
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkInAMail() {
        var clinic = people.clinic();
        var portal = new Portal(windows.desktop(port));

        portal.open("/login").follow("パスワードの再設定");
        portal.shows("パスワードの再設定", "password-forgotten")
                .type("メールアドレス", clinic.account().mail())
                .press("メールを送る");
        portal.shows("メールを送りました", "password-sent");
        portal.open("/password/reset?token="
                        + registrants.token(clinic.account().mail()))
                .shows("新しいパスワードの設定", "password-reset")
                .type("新しいパスワード", NEW_PASSWORD)
                .type("新しいパスワード（確認）", NEW_PASSWORD)
                .press("設定する");
        portal.says("新しいパスワードでログインしてください").shows("パスワード", "password-done").follow("ログイン");
        portal.logIn(clinic.id().value(), NEW_PASSWORD).shows("ホーム", "home-after-reset");
    }

    @Test
    void aMigratedClinicChoosesItsPasswordAtTheFirstLogIn() {
        var clinic = people.clinic();
        jdbc.sql("update account set password_origin = 'migrated' where account_id = :id")
                .param("id", clinic.id().value())
                .update();
        var portal = new Portal(windows.phone(port)).logIn(clinic);

        portal.shows("初回ログイン", "log-in-first")
                .type("新しいパスワード", Participants.PASSWORD)
                .type("新しいパスワード（確認）", Participants.PASSWORD)
                .press("設定してログイン");

        portal.shows("ホーム", "home-after-first-log-in");
    }

    @Test
    void aProvisionalAccountIsLedToTheRegistration() {
        var portal = new Portal(windows.desktop(port));

        portal.open("/login").logIn("1311234567@01", Participants.PASSWORD);

        portal.says("仮アカウント").shows("ログイン", "log-in-provisional");
        assertThat(portal.link("新規ユーザー登録").isVisible()).isTrue();
    }

    @Test
    void aClinicSeesItsCertificatesAndGetsTheirLabels() {
        var clinic = people.clinic();
        letters.issued(clinic, 2);
        var portal = new Portal(windows.phone(port)).logIn(clinic);

        portal.open("/certificates").says("受付1号機").shows("電子証明書の一覧", "certificates");
        assertThat(portal.file("選んだ端末のラベルを作る（PDF）")).startsWith("%PDF-");
        portal.open("/certificates/calendar").shows("カレンダー", "calendar");
    }

    @Test
    void whoDoesNotLogInMayAskByNumberAndCode() {
        var portal = new Portal(windows.phone(port));

        portal.open("/status/lookup").shows("申請状況の確認", "lookup");
        portal.type("受付番号", "20261120-99999").type("照会コード", "ABCD-EF23").press("照会する");
        portal.shows("申請状況の確認", "lookup-unknown");
    }

    @Test
    void noPageIsHeavyAndEachIsReadableWhenMagnified() {
        var window = windows.open(port, Device.MAGNIFIED);
        var portal = new Portal(window).logIn(people.clinic());

        for (var path : List.of(
                "/",
                "/menu",
                "/menu/applications",
                "/articles/KB0000101",
                "/certificate-application",
                "/status",
                "/certificates",
                "/announcements",
                "/status/lookup",
                "/certificates/lost-letter",
                "/certificates/calendar",
                "/qualification-application",
                "/application-cancellation",
                "/qualification-withdrawal",
                "/account",
                "/account/password",
                "/account/mail",
                "/account/second-factor")) {
            assertThat(window.open(path).status()).as(path).isEqualTo(200);
            window.inspect("magnified" + path.replace('/', '-'));
            assertThat(window.bytes()).as(path).isBetween(1, 100_000);
        }
    }

    @Test
    void whatIsNotThereIsToldOnAPage() {
        var window = windows.phone(port);
        new Portal(window).logIn(people.clinic());

        assertThat(window.open("/no-such-page").status()).isEqualTo(404);

        window.inspect("not-found");
    }

    @Test
    void theOfficeFindsItsWorkAndWritesAnnouncements() {
        var window = windows.desktop(port);
        var portal = new Portal(window).logIn(people.staff(Role.SUPERVISOR));

        portal.shows("ホーム", "home-office");
        for (var path : List.of("/announcements", "/announcements/edit/new", "/account", "/account/second-factor")) {
            assertThat(window.open(path).status()).as(path).isEqualTo(200);
            window.inspect("office" + path.replace('/', '-'));
        }
    }

    @Test
    void saysHowSoonASlowPhoneShowsAPage() {
        var window = windows.phone(port);
        new Portal(window).logIn(people.clinic());
        var slow = SlowPhone.of(window);

        for (var path : List.of("/", "/certificate-application", "/articles/KB0000101")) {
            assertThat(slow.firstPaint(path)).as(path).isPositive();
        }
    }
}
