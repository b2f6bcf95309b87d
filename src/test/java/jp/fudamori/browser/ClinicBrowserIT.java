package jp.fudamori.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.IssuedApplications;
import jp.fudamori.account.Role;
import jp.fudamori.announcement.AnnouncementDesk;
import jp.fudamori.announcement.Wording;
import jp.fudamori.web.DownloadPort;
import jp.fudamori.web.TornPage;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a clinic's clerk meets off the straight way, on a desktop and on a phone. */
class ClinicBrowserIT extends InTheBrowser {

    @Autowired
    IssuedApplications applications;

    @Autowired
    AnnouncementDesk announcements;

    @Autowired
    DownloadPort downloads;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @OnDesktopAndPhone
    void whatTheOfficeGivesBackIsCorrectedAtItsFields(Device device) {
        var clinic = people.clinic();
        var instance = applications.submitted(clinic);
        people.reviewer()
                .complete(
                        instance,
                        "reviewApplication",
                        Map.of(
                                "decision", "return",
                                "contactRemark", "部署名も入力してください。",
                                "terminalRemark", "設置場所が分かる名称にしてください。\n例: 受付1号機"));
        var portal = new Portal(windows.open(port, device)).logIn(clinic);

        portal.says("お願い").shows("ホーム", "home-correction").follow("申請を補正する");
        portal.says("事務局から").shows("申請の補正", "correction");
        portal.type("端末名称等", "").press("補正して再提出する").shows("申請の補正", "correction-refused");
        portal.type("担当部署/担当者名", "医事課 鈴木花子").type("端末名称等", "受付1号機").press("補正して再提出する");

        portal.shows("申請を審査しています", "correction-sent").follow("申請状況を見る");
        portal.shows("電子証明書発行申請の状況", "status-resubmitted");
    }

    @OnDesktopAndPhone
    void theRegistrationForUseIsSentAndLookedAt(Device device) {
        var portal = new Portal(windows.open(port, device)).logIn(people.clinicWithoutQualification());

        portal.open("/qualification-application")
                .shows("オンライン資格確認 利用申請", "qualification-start")
                .press("利用申請を始める");
        portal.shows("利用申請の入力", "qualification-entry").press("次へ");
        portal.shows("利用申請の入力", "qualification-entry-refused");
        portal.choose("払込請求書による振込み")
                .type("担当部署/担当者名", IssuedApplications.CONTACT)
                .press("次へ");
        portal.shows("利用申請の確認", "qualification-check").press("申請");
        portal.shows("利用申請を送信しました", "qualification-sent");

        portal.open("/status").shows("申請状況照会", "status-list").follow("利用申請");
        portal.shows("利用申請の状況", "qualification-status");
        var number = portal.text("h1 .number");
        portal.open("/certificate-application").shows("電子証明書発行申請業務ページ", "fee-without-qualification");
        portal.press("同意する").shows("利用申請", "application-waits-for-qualification");

        portal.open("/status/" + number).follow("利用申請を取り下げる").shows("利用申請の取下げ", "withdrawal");
        portal.type("利用申請の受付番号", "R2026").press("利用申請を取り下げる").shows("利用申請の取下げ", "withdrawal-refused");
        portal.type("利用申請の受付番号", number).press("利用申請を取り下げる").shows("取下げが完了しました", "withdrawal-done");
        portal.follow("申請状況を見る").shows("利用申請の状況", "status-qualification-withdrawn");
    }

    @OnDesktopAndPhone
    void anApplicationIsLookedAtAsAWholeAndCancelled(Device device) {
        var clinic = people.clinic();
        var number = applications.number(applications.submitted(clinic)).value();
        var portal = new Portal(windows.open(port, device)).logIn(clinic);

        portal.open("/status/" + number).follow("全体の流れ図を見る").shows("全体の流れ図", "status-picture");
        portal.open("/status/" + number).press("照会コードを発行する").shows("電子証明書発行申請の状況", "status-code");
        var code = portal.text("main code");
        portal.open("/status/lookup").type("受付番号", number).type("照会コード", code).press("照会する");
        portal.shows("申請の状況", "lookup-found");
        portal.open("/status/" + number).follow("申請を取り消す").shows("発行申請の取消し", "cancellation");
        portal.type("受付番号", "20261120").press("申請を取り消す").shows("発行申請の取消し", "cancellation-refused");
        portal.type("受付番号", number).press("申請を取り消す").shows("取消しが完了しました", "cancellation-done");
        portal.follow("申請状況を見る").shows("電子証明書発行申請の状況", "status-cancelled");
    }

    @OnDesktopAndPhone
    void anAnnouncementIsRead(Device device) {
        int number = announcements.publish(
                announcement(), people.staff(Role.OPERATOR).id());
        var portal = new Portal(windows.open(port, device));

        try {
            portal.open("/").shows("医療機関等向け電子証明書ポータル", "portal-announcement");
            portal.open("/announcements").shows("お知らせ", "announcements").follow("夜間メンテナンスのお知らせ");
            portal.shows("夜間メンテナンスのお知らせ", "announcement");
        } finally {
            jdbc.sql("delete from announcement where announcement_number = :number")
                    .param("number", number)
                    .update();
        }
    }

    private static Wording announcement() {
        return new Wording(
                "夜間メンテナンスのお知らせ",
                "次の時間、ポータルを停止します。\n\n## 停止する時間\n\n- 12月5日（土）2時から4時まで\n\n1. 作業の前にログアウトしてください。\n2. 4時以降に再びご利用ください。\n\n"
                        + "[解説ページ](https://portal.example/articles/KB0000101)もご覧ください。",
                4,
                true,
                LocalDate.of(2026, 11, 20),
                Optional.empty());
    }

    @OnDesktopAndPhone
    void anErrorIsToldOnAPage(Device device) {
        var window = windows.open(port, device);
        var portal = new Portal(window);

        assertThat(window.open("/status/lookup/nothing").status()).isEqualTo(404);
        portal.shows("ページが見つかりません", "not-found-anonymous");
        assertThat(window.open(TornPage.PATH).status()).isIn(200, 302);
        portal.shows("ログイン", "log-in-first").logIn(people.clinic()).shows("ただいま処理できません", "failure");
        assertThat(window.open(TornPage.PATH).status()).isEqualTo(500);
        portal.shows("ただいま処理できません", "failure-again");
    }

    @OnDesktopAndPhone
    void theDownloadPageIsReadableToo(Device device) {
        var portal = new Portal(windows.open(downloads.number(), device));

        portal.open("/download").shows("電子証明書のダウンロード", "download", "Windows", "macOS", "Firefox");
        portal.type("リファレンスID", "ABCD-EF23-GH45")
                .type("認可コード", "ABCDE-FG23-HJK45")
                .press("ダウンロードする");
        portal.says("ダウンロードできませんでした").shows("電子証明書のダウンロード", "download-refused", "Windows", "macOS", "Firefox");
    }
}
