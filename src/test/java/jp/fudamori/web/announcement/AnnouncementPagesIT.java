package jp.fudamori.web.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import jp.fudamori.DatabaseContents;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.announcement.AnnouncementDesk;
import jp.fudamori.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

@ServerTest
class AnnouncementPagesIT {

    private static final String NEW = "/announcements/edit/new";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    AnnouncementDesk desk;

    @Autowired
    MovableClock clock;

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
    }

    @Test
    void publishesForEverybodyAndWritesDownWho() {
        int number = publish(form("夜間メンテナンスのお知らせ", "2時から4時まで。\n\n- 資格確認\n- 請求"));

        var list = everybody().get("/announcements");
        var page = everybody().get("/announcements/" + number);

        assertThat(list.body()).contains("夜間メンテナンスのお知らせ", "/announcements/" + number, "★★★★☆", "本日");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<li>資格確認</li>", "2026年11月20日（金）");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("unsafe-inline");
        assertThat(audited("announcement-published", number)).isOne();
    }

    @Test
    void countsEachView() {
        int number = publish(form("数える", "本文"));

        everybody().get("/announcements/" + number);
        var third = everybody().get("/announcements/" + number);
        var again = everybody().get("/announcements/" + number);

        assertThat(third.body()).contains("<b>2</b> 表示");
        assertThat(again.body()).contains("<b>3</b> 表示");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "[押す](javascript:alert(1))",
                "[[${1+1}]]"
            })
    void showsWhatWasTypedAndRunsNoneOfIt(String attack) {
        int number = publish(form(attack, attack));

        var pages = everybody().get("/announcements").body()
                + everybody().get("/announcements/" + number).body()
                + supervisor().get("/announcements/edit").body()
                + supervisor().get("/announcements/edit/" + number).body()
                + supervisor()
                        .get("/announcements/edit/" + number + "/withdraw")
                        .body();

        assertThat(pages)
                .contains(HtmlUtils.htmlEscape(attack, "UTF-8"))
                .doesNotContain("<script", "<img", "href=\"javascript")
                .doesNotContainPattern("title=\"[^\"]*onerror");
    }

    @Test
    void correctsAndWithdraws() {
        int number = publish(form("誤字のあるお知らせ", "本文"));
        var correction = new HashMap<>(form("正しいお知らせ", "本文"));
        correction.put("revision", "1");

        var corrected = supervisor().send("/announcements/edit/" + number, correction);
        var shown = everybody().get("/announcements/" + number);
        var withdrawn = supervisor().send("/announcements/edit/" + number + "/withdraw", Map.of());

        assertThat(corrected.statusCode()).isEqualTo(302);
        assertThat(shown.body()).contains("正しいお知らせ").doesNotContain("誤字");
        assertThat(withdrawn.statusCode()).isEqualTo(302);
        assertThat(everybody().get("/announcements/" + number).statusCode()).isEqualTo(404);
        assertThat(everybody().get("/announcements").body()).doesNotContain("正しいお知らせ");
        assertThat(audited("announcement-corrected", number)).isOne();
        assertThat(audited("announcement-withdrawn", number)).isOne();
    }

    @Test
    void keepsWhatTheFasterOneWrote() {
        int number = publish(form("最初", "本文"));
        var first = new HashMap<>(form("速い人", "本文"));
        first.put("revision", "1");
        var second = new HashMap<>(form("遅い人", "本文"));
        second.put("revision", "1");
        supervisor().send("/announcements/edit/" + number, first);

        var answer = supervisor().send("/announcements/edit/" + number, second);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ほかの担当者が先に訂正しました", "遅い人");
        assertThat(desk.find(number).orElseThrow().wording().title()).isEqualTo("速い人");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "title, '', 件名を入力してください。",
        "body, '', 本文を入力してください。",
        "importance, 6, 重要度を選んでください。",
        "importance, x, 重要度を選んでください。",
        "from, 2026-02-30, 掲載の始まりを、正しい日付で入力してください。",
        "until, 2026-11-19, 掲載の終わりは、掲載の始まりより後の日にしてください。",
        "until, 明日, 掲載の終わりを、正しい日付で入力してください。"
    })
    void saysWhatIsWrongAndKeepsTheRest(String field, String value, String message) {
        var typed = new HashMap<>(form("残る件名", "残る本文"));
        typed.put(field, value);

        var answer = supervisor().send(NEW, typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(message, "href=\"#" + field + "\"", "エラー: ");
        assertThat(answer.body()).contains(field.equals("body") ? "残る件名" : "残る本文");
    }

    @Test
    void showsNothingBeforeItsTimeOrAfterIt() {
        var later = new HashMap<>(form("来週から", "本文"));
        later.put("from", "2026-11-27");
        later.put("until", "2026-11-30");
        int number = publish(later);

        assertThat(everybody().get("/announcements/" + number).statusCode()).isEqualTo(404);
        clock.standAt(LocalDateTime.of(2026, 11, 30, 23, 59));
        assertThat(everybody().get("/announcements/" + number).statusCode()).isEqualTo(200);
        clock.standAt(LocalDateTime.of(2026, 12, 1, 0, 0));
        assertThat(everybody().get("/announcements/" + number).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPERATOR", "SUPERVISOR"})
    void letsNobodyElseNearTheEditor(Role role) {
        int number = publish(form("そのまま", "本文"));
        var somebody = PageClient.of(people.somebody(role), port);

        assertThat(somebody.get("/announcements/edit").statusCode()).isEqualTo(404);
        assertThat(somebody.get(NEW).statusCode()).isEqualTo(404);
        assertThat(somebody.get("/announcements/edit/" + number).statusCode()).isEqualTo(404);
        assertThat(somebody.get("/announcements/edit/" + number + "/withdraw").statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesNoFormWithoutItsToken() {
        var supervisor = supervisor();
        var before = DatabaseContents.of(jdbc);

        var answer = supervisor.forge(NEW, form("よそから", "本文"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void explainsTheApplicationWithTodaysDates() {
        clock.standAt(LocalDateTime.of(2026, 12, 25, 10, 0));

        var page = everybody().get("/articles/KB0000101");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("KB0000101", "2027年1月7日（木）", "約5営業日", "1,500円", "はい", "いいえ", "/documents/cps-1.0.pdf")
                .doesNotContain("{到着予定日}", "{発行料}", "{営業日数}");
        assertThat(everybody().get("/articles/KB0000999").statusCode()).isEqualTo(404);
    }

    @Test
    void theArticleIsRewrittenByThoseWhoWriteAnnouncements() {
        var path = "/articles/KB0000101";
        var edit = path + "/edit";
        var before = DatabaseContents.audited("article-rewritten", "KB0000101", jdbc);
        var typed = Map.of("title", "新しい解説", "updatedBy", "審査係", "body", "到着は{到着予定日}です。<b>", "edition", "0");
        try {
            var wrong = supervisor().send(edit, Map.of("title", "", "updatedBy", "", "body", "", "edition", "0"));
            var right = supervisor().send(edit, typed);
            var late = supervisor().send(edit, typed);

            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("件名を入力", "更新者を入力", "本文を入力", "href=\"#updatedBy\"");
            assertThat(right.statusCode()).isEqualTo(302);
            assertThat(everybody().get(path).body())
                    .contains("新しい解説", "到着は2026年11月30日（月）です。&lt;b&gt;", "KB0000101", "審査係")
                    .doesNotContain("<b>です");
            assertThat(late.statusCode()).isEqualTo(422);
            assertThat(late.body()).contains("ほかの担当者が先に訂正しました");
            assertThat(DatabaseContents.audited("article-rewritten", "KB0000101", jdbc))
                    .isEqualTo(before + 1);
            assertThat(PageClient.of(people.clinic(), port).get(edit).statusCode())
                    .isEqualTo(404);
        } finally {
            jdbc.sql("delete from article_edition").update();
        }
    }

    @Test
    void opensTheDocumentsInPlace() {
        var answer = everybody().get("/documents/cps-1.0.pdf");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline")
                .contains("cps-1.0.pdf");
        assertThat(everybody().get("/documents/cps-0.9.pdf").statusCode()).isEqualTo(404);
    }

    private int publish(Map<String, String> form) {
        var answer = supervisor().send(NEW, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return desk.all().get(0).number();
    }

    private static Map<String, String> form(String title, String body) {
        return Map.of("title", title, "body", body, "importance", "4", "from", "2026-11-20", "until", "");
    }

    private int audited(String action, int number) {
        return DatabaseContents.audited(action, String.valueOf(number), jdbc);
    }

    private PageClient supervisor() {
        return PageClient.of(people.staff("announcing-supervisor", Role.SUPERVISOR), port);
    }

    private PageClient everybody() {
        return PageClient.stranger(port);
    }
}
