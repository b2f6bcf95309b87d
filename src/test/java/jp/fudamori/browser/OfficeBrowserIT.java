package jp.fudamori.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import jp.fudamori.account.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the office does on pages of the portal, on a desktop and on a phone. */
class OfficeBrowserIT extends InTheBrowser {

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    /** The server is shared, and other tests look at the page where announcements stand. */
    @AfterEach
    void tidyUp() {
        jdbc.sql("delete from announcement").update();
        jdbc.sql("delete from article_edition").update();
    }

    @OnDesktopAndPhone
    void anAnnouncementIsWrittenCorrectedAndWithdrawn(Device device) {
        var window = windows.open(port, device);
        var portal = new Portal(window).logIn(people.staff(Role.SUPERVISOR));

        portal.open("/announcements/edit").follow("新しいお知らせを書く").press("登録する");
        portal.shows("お知らせを書く", "office-announcement-refused");
        portal.type("件名", "窓口の休止").type("本文", "12月5日（土）は休みます。").press("登録する");
        portal.says("お知らせを登録しました").shows("お知らせの管理", "office-announcements-edit");
        window.page().locator("td a").first().click();
        portal.type("件名", "窓口の臨時休止").press("訂正する");
        portal.says("窓口の臨時休止");
        window.page().locator("td a").last().click();
        portal.shows("お知らせを取り下げる", "office-announcement-withdraw").press("取り下げる");
        portal.says("取り下げました").shows("お知らせの管理", "office-announcement-withdrawn");
    }

    @OnDesktopAndPhone
    void theArticleIsRewritten(Device device) {
        var portal = new Portal(windows.open(port, device)).logIn(people.staff(Role.OPERATOR));

        portal.open("/announcements/edit").follow("解説ページを訂正する").shows("解説ページを訂正する", "office-article-edit");
        portal.type("件名", "").press("訂正する").shows("解説ページを訂正する", "office-article-refused");
        portal.type("件名", "【電子証明書】解説ページ 改訂版").press("訂正する");

        portal.shows("解説ページ 改訂版", "office-article");
    }

    @OnDesktopAndPhone
    void aFileIsTakenInOrItsWrongLinesAreTold(Device device) {
        var window = windows.open(port, device);
        var portal = new Portal(window).logIn(people.staff(Role.OPERATOR));
        var code = people.unknownInstitution();

        portal.follow("ファイルの取込み").shows("ファイルの取込み", "office-uploads").follow("医療機関の登録簿");
        portal.shows("医療機関の登録簿の取込み", "office-upload");
        choose(window, code + ",見本医院,2,890-0001,鹿児島県鹿児島市見本町1番,099-000-0001,明日\n" + code + ",見本医院\n");
        portal.press("取り込む").says("列の数が見出しと一致しません").shows("医療機関の登録簿の取込み", "office-upload-refused");
        choose(window, code + ",見本医院,2,890-0001,鹿児島県鹿児島市見本町1番,099-000-0001,2020-04-01\n");
        portal.press("取り込む").says("取り込みました").shows("医療機関の登録簿の取込み", "office-upload-done");

        assertThat(jdbc.sql("select count(*) from institution where code = :code")
                        .param("code", code.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private static void choose(Window window, String rows) {
        var csv = "医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日\n" + rows;
        window.page()
                .getByLabel("CSVファイル")
                .setInputFiles(new FilePayload("registry.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }
}
