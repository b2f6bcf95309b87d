package jp.fudamori.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.web.portal.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PortalInputIT {

    private static final Map<String, String> YES = Map.of("consent", "true");
    private static final String CONTACT = "事務部 鈴木花子";
    private static final String TERMINAL = "オンライン資格確認パソコン";
    private static final Map<String, String> ENTRY = Map.of("contactName", CONTACT, "terminalNames", TERMINAL);

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    Person clinic;
    Visitor visitor;

    @BeforeEach
    void aClinicLogsIn() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        clinic = people.clinic();
        visitor = Visitor.loggedIn(clinic, port);
    }

    @Test
    void givesThePageAgainWithWhatIsWrongAtItsField() {
        var again = visitor.send(entryPage(), Map.of("contactName", "", "terminalNames", TERMINAL));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html())
                .contains("<title>エラー: 証明書発行申請情報の入力", "href=\"#contactName\"", "id=\"contactName-error\"")
                .contains("「担当部署/担当者名」は必須項目です。")
                .contains(TERMINAL + "</textarea>");
    }

    @Test
    void putsARefusalOfTheBusinessToItsField() {
        var again = visitor.send(entryPage(), Map.of("contactName", CONTACT, "terminalNames", "受付\n受付"));

        assertThat(again.html()).contains("id=\"terminalNames-error\"", "「受付」が2回入力されています", "value=\"" + CONTACT + "\"");
    }

    @Test
    void keepsADraftUntilTheStepIsDone() {
        var entry = entryPage();
        var saved = visitor.send(entry, Map.of("contactName", "", "terminalNames", "受付 <未定>", "_save", "1"));
        assertThat(saved.text()).contains("入力の途中の内容を表示しています（ 2026年11月20日（金）10時00分 に保存）");
        assertThat(saved.html()).contains("受付 &lt;未定&gt;</textarea>");

        visitor.send(saved, ENTRY);
        var confirmation =
                visitor.open(visitor.open(entry.path()).html().replaceAll("(?s).*?(/tasks/[0-9a-f-]{36})\".*", "$1"));
        var back = visitor.send(confirmation, Map.of("action", "back"));

        assertThat(back.title()).isEqualTo("証明書発行申請情報の入力");
        assertThat(back.text()).contains(TERMINAL).doesNotContain("入力の途中の内容", "未定");
    }

    @Test
    void keepsADraftOfWhatIsRefused() {
        var entry = entryPage();
        visitor.send(entry, Map.of("contactName", "", "terminalNames", "診察室"));

        assertThat(visitor.open(entry.path()).html()).contains("診察室</textarea>");
    }

    @Test
    void showsAnotherClinicNothing() {
        var entry = entryPage();
        var confirmation = visitor.send(entry, ENTRY);
        var number = visitor.send(visitor.open("/tasks/" + confirmation.taskId()), Map.of("action", "submit"))
                .path();
        var other = Visitor.loggedIn(people.clinic(), port);
        var unknown = other.open("/tasks/00000000-0000-0000-0000-000000000000");

        assertThat(unknown.status()).isEqualTo(404);
        for (var path : new String[] {entry.path(), "/tasks/" + confirmation.taskId(), number}) {
            var seen = other.open(path);
            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.withoutTokens()).as(path).isEqualTo(unknown.withoutTokens());
        }
    }

    @Test
    void completesNothingForAnotherClinic() {
        var entry = entryPage();
        var other = Visitor.loggedIn(people.clinic(), port);
        var own = other.open("/certificate-application"); // for a token of its own against CSRF
        var forged = new Page(
                entry.path(),
                200,
                own.html().replace("action=\"/certificate-application\"", "action=\"" + entry.path() + "\""));

        assertThat(other.send(forged, ENTRY).status()).isEqualTo(404);
        assertThat(visitor.open(entry.path()).title()).isEqualTo("証明書発行申請情報の入力");
    }

    @Test
    void escapesWhatIsTypedEverywhere() {
        var attack = "\"'><script>alert(1)</script>{{7*7}}[x](javascript:alert(1))";
        var again = visitor.send(entryPage(), Map.of("contactName", attack, "terminalNames", attack));
        var markdown = "[x](https://evil.example) **太** ](/api/x)";
        var ok = visitor.send(again, Map.of("contactName", markdown, "terminalNames", markdown));
        var confirmation = visitor.open("/tasks/" + ok.taskId());

        assertThat(again.html()).doesNotContain("<script", "\"'><").contains("&lt;script&gt;");
        assertThat(ok.html() + confirmation.html())
                .doesNotContain("href=\"https://evil", "href=\"/api/x")
                .contains("[x](https://evil.example)");
    }

    @Test
    void refusesWithoutATokenAgainstCsrf() {
        var entry = entryPage();
        var bare = new Page(
                entry.path(),
                200,
                entry.html()
                        .replaceAll("name=\"_csrf\"", "name=\"_none\"")
                        .replaceAll("name=\"_keep\"", "name=\"_other\""));

        assertThat(visitor.post(bare, ENTRY).statusCode()).isEqualTo(403);
    }

    @Test
    void keepsTheInputOfASessionThatHasEnded() {
        var entry = entryPage();

        var answer = Visitor.stranger(port).post(entry, Map.of("contactName", CONTACT, "terminalNames", "延長後の端末"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(entry.path());
        var restored = visitor.open(entry.path());
        assertThat(restored.title()).isEqualTo("証明書発行申請情報の入力");
        assertThat(restored.html()).contains("延長後の端末</textarea>", "入力の途中の内容を表示しています");
    }

    @Test
    void keepsNothingThatNoPageOfTheStepSent() {
        var entry = entryPage();
        var otherPage = Visitor.loggedIn(people.clinic(), port).open("/certificate-application");
        var forged = new Page(entry.path(), 200, entry.html().replaceAll("(name=\"_keep\" value=\")[^\"]+", "$1AAAA"));

        assertThat(Visitor.stranger(port).post(forged, ENTRY).statusCode()).isIn(401, 403);
        assertThat(otherPage.html()).doesNotContain("_keep");
        assertThat(visitor.open(entry.path()).text()).doesNotContain("入力の途中の内容");
    }

    @Test
    void showsAKeptInputToItsAccountOnly() {
        var entry = entryPage();
        Visitor.stranger(port).post(entry, Map.of("contactName", CONTACT, "terminalNames", "控えた端末"));

        assertThat(Visitor.loggedIn(people.clinic(), port).open(entry.path()).status())
                .isEqualTo(404);
        assertThat(visitor.open(entry.path()).text()).contains("控えた端末");
    }

    @Test
    void keepsNothingOfAPageThatIsADayOld() {
        var entry = entryPage();
        clock.standAt(LocalDateTime.of(2026, 11, 21, 10, 1));

        assertThat(Visitor.stranger(port).post(entry, ENTRY).statusCode()).isIn(401, 403);
        assertThat(visitor.open(entry.path()).text()).doesNotContain("入力の途中の内容");
    }

    @Test
    void keepsNothingOfAStepThatIsDone() {
        var entry = entryPage();
        visitor.send(entry, ENTRY);

        assertThat(Visitor.stranger(port).post(entry, ENTRY).statusCode()).isIn(401, 403);
    }

    @Test
    void putsTheNamesOfLikeTerminalsOnLines() {
        var entry = entryPage();
        var series = Map.of(
                "contactName",
                CONTACT,
                "terminalNames",
                "診察室",
                "_series",
                "1",
                "_seriesName",
                "受付",
                "_seriesCount",
                "3");

        var listed = visitor.send(entry, series);

        assertThat(listed.html()).contains("診察室\n受付1\n受付2\n受付3</textarea>", "value=\"" + CONTACT + "\"");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"受付, 0", "受付, -1", "受付, 51", "受付, 99999999999", "受付, x", "'', 3"})
    void addsNothingThatThePageDoesNotOffer(String name, String count) {
        var series = Map.of("terminalNames", "診察室", "_series", "1", "_seriesName", name, "_seriesCount", count);

        assertThat(visitor.send(entryPage(), series).html()).contains(">診察室</textarea>");
    }

    @Test
    void takesNoMoreThanAFormCanBe() {
        var entry = entryPage();
        var huge = Map.of("contactName", "x".repeat(100_000), "terminalNames", TERMINAL);

        var again = visitor.send(entry, huge);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("40文字以内で入力してください");
        assertThat(visitor.open(entry.path()).text()).as("no draft").doesNotContain("入力の途中の内容");
    }

    /** The server answers before it has read all of it, and may hang up on who still sends. */
    @Test
    void readsNoTenMegabytes() {
        var entry = entryPage();
        try {
            assertThat(visitor.post(entry, Map.of("contactName", "x".repeat(10_000_000)))
                            .statusCode())
                    .isBetween(400, 499);
        } catch (UncheckedIOException hungUp) {
            assertThat(hungUp).hasCauseInstanceOf(IOException.class);
        }
        assertThat(visitor.open(entry.path()).text()).doesNotContain("入力の途中の内容", "xxx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks/x",
                "/tasks/00000000-0000-0000-0000-000000000000",
                "/cases/x",
                "/menu/x",
                "/certificate-application/x/ok",
                "/certificate-application/submitted/x",
                "/certificate-application/submitted/20261120-99999"
            })
    void saysInJapaneseThatSomethingIsNotThere(String path) {
        var page = visitor.open(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.title()).isEqualTo("ページが見つかりません");
    }

    private Page entryPage() {
        return visitor.send(visitor.open("/certificate-application"), YES);
    }

    private Page confirmationPage() {
        return visitor.open("/tasks/" + visitor.send(entryPage(), ENTRY).taskId());
    }
}
