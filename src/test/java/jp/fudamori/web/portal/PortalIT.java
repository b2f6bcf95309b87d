package jp.fudamori.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.web.portal.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PortalIT {

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
    void leadsFromTheMenuToTheNumberAsTheManualDoes() {
        assertThat(visitor.open("/menu").title()).isEqualTo("オンライン資格確認・オンライン請求");
        assertThat(visitor.open("/menu/applications").html()).contains("href=\"/articles/KB0010381\"");
        var fee = visitor.open("/certificate-application");
        assertThat(fee.text()).contains("電子証明書発行申請業務ページ", "1,500円", "同意する", "同意しない", "受理済み");

        var entry = visitor.send(fee, YES);
        assertThat(entry.title()).isEqualTo("証明書発行申請情報の入力");
        assertThat(entry.text())
                .contains(clinic.institution().value(), clinic.account().mail(), "CP/CPS");
        var ok = visitor.send(entry, ENTRY);
        assertThat(ok.title()).isEqualTo("電子証明書の発行");
        assertThat(ok.text()).contains(TERMINAL, "まだ申請は送信されていません");
        var confirmation = visitor.open("/tasks/" + ok.taskId());
        assertThat(confirmation.title()).isEqualTo("証明書発行申請情報の確認");
        assertThat(confirmation.text()).contains(CONTACT, TERMINAL, "1枚 × 1,500円", "申請", "戻る");
        var success = visitor.send(confirmation, Map.of("action", "submit"));

        assertThat(success.title()).isEqualTo("発行申請成功");
        assertThat(success.path()).matches("/certificate-application/submitted/20261120-\\d{5}");
        assertThat(success.text())
                .contains("2026年11月30日（月）", "続けてもう1枚申請", clinic.account().mail());
        assertThat(visitor.open("/").text()).contains("いま、お手続きいただくことはありません");
    }

    @Test
    void takesSeveralTerminalsInOneGo() {
        var ok = visitor.send(entryPage(), Map.of("contactName", CONTACT, "terminalNames", "受付1\r\n受付2\r\n診察室"));

        assertThat(ok.text()).contains("電子証明書 3 枚の発行を申請します", "受付1", "受付2", "診察室");
        assertThat(visitor.open("/tasks/" + ok.taskId()).text()).contains("3枚 × 1,500円 = 合計 4,500円");
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
    void beginsOneApplicationHoweverOftenTheButtonIsPressed() {
        var fee = visitor.open("/certificate-application");

        var first = visitor.send(fee, YES);
        var second = visitor.send(fee, YES);

        assertThat(second.path()).isEqualTo(first.path());
        assertThat(clinic.tasks()).hasSize(1);
    }

    @Test
    void submitsOneApplicationHoweverOftenTheButtonIsPressed() {
        var confirmation = confirmationPage();
        var first = visitor.send(confirmation, Map.of("action", "submit"));

        var second = visitor.send(confirmation, Map.of("action", "submit"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).contains("申請を受け付け、審査しています", first.path().replaceAll(".*/", ""));
    }

    @Test
    void leadsWhoComesBackToADoneStepToWhereTheCaseStands() {
        var entry = entryPage();
        var ok = visitor.send(entry, ENTRY);

        var gone = visitor.open(entry.path());
        var sentAgain = visitor.send(entry, ENTRY);

        assertThat(gone.text()).contains("この画面の手続きは済んでいます", "申請内容を確認する");
        assertThat(gone.html()).contains("/tasks/" + ok.taskId());
        assertThat(sentAgain.text()).isEqualTo(gone.text());
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
    void beginsNothingForWhoDoesNotAgree() {
        var answer = visitor.send(visitor.open("/certificate-application"), Map.of("consent", "false"));

        assertThat(answer.path()).isEqualTo("/menu/applications");
        assertThat(clinic.tasks()).isEmpty();
    }

    @Test
    void waitsForTheOfficeWhereNo利用申請IsOnFile() {
        var newcomer = people.clinicWithoutQualification();
        var visits = Visitor.loggedIn(newcomer, port);

        var fee = visits.open("/certificate-application");
        var waiting = visits.send(fee, YES);

        assertThat(fee.text()).contains("まだ記録がありません");
        assertThat(waiting.text()).contains("利用申請の記録を担当者が確認しています");
    }

    @Test
    void takesA利用申請() {
        var newcomer = Visitor.loggedIn(people.clinicWithoutQualification(), port);

        var entry = newcomer.send(newcomer.open("/qualification-application"), Map.of());
        var confirmation = newcomer.send(entry, Map.of("paymentMethod", "INVOICE", "contactName", CONTACT));
        var done = newcomer.send(confirmation, Map.of("action", "submit"));

        assertThat(entry.title()).isEqualTo("利用申請の入力");
        assertThat(confirmation.text()).contains("払込請求書による振込み", CONTACT);
        assertThat(done.text()).contains("利用申請を送信しました", "約5営業日で審査し");
    }

    @Test
    void cancelsAnApplicationOnce() {
        var number = visitor.send(confirmationPage(), Map.of("action", "submit"))
                .path()
                .replaceAll(".*/", "");
        var form = visitor.open("/application-cancellation?number=" + number);

        var cancelled = visitor.send(form, Map.of("applicationNumber", number));
        var again = visitor.send(form, Map.of("applicationNumber", number));

        assertThat(form.html()).contains("value=\"" + number + "\"");
        assertThat(cancelled.text()).contains("取消しが完了しました", number);
        assertThat(again.text()).isEqualTo(cancelled.text());
    }

    @Test
    void tellsWhatIsWrongWithANumberToCancel() {
        var form = visitor.open("/application-cancellation");

        assertThat(visitor.send(form, Map.of("applicationNumber", "12")).html())
                .contains("受付番号を 20261122-00042 の形で入力してください。", "id=\"applicationNumber-error\"");
        assertThat(visitor.send(form, Map.of("applicationNumber", "20261122-99999"))
                        .text())
                .contains("受付番号 20261122-99999 の申請は見つかりません");
    }

    private Page entryPage() {
        return visitor.send(visitor.open("/certificate-application"), YES);
    }

    private Page confirmationPage() {
        return visitor.open("/tasks/" + visitor.send(entryPage(), ENTRY).taskId());
    }
}
