package jp.fudamori.web.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jp.fudamori.IssuedApplications;
import jp.fudamori.IssuedLetters;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.Registrants;
import jp.fudamori.ServerTest;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.ApplicationReason;
import jp.fudamori.application.LookupDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.notice.ReturnReason;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.notice.TrackingEvent;
import jp.fudamori.notice.TrackingKind;
import jp.fudamori.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class StatusPagesIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    IssuedLetters issued;

    @Autowired
    LetterDesk letters;

    @Autowired
    LookupDesk lookups;

    @Autowired
    Registrants registrants;

    @Autowired
    TrackingDesk tracking;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void tellsWhoActsNextAndUntilWhen() {
        var clinic = people.clinic();
        var number = applications.number(applications.submitted(clinic, List.of("受付 A&B \"1号\"", "診察室")));

        var list = page(clinic).get("/status");
        var page = page(clinic).get("/status/" + number);

        assertThat(list.body()).contains(number.value(), "審査中", "発行センター・2026年11月30日（月）まで", "ほか1台");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .containsSubsequence(
                        "審査中",
                        "次に動くのは",
                        "発行センター",
                        "2026年11月30日（月）",
                        "申請を受け付けました",
                        "審査の期限です",
                        "発行通知書が届く予定です",
                        "受付 A&amp;B &quot;1号&quot;",
                        "診察室");
    }

    @Test
    void marksThePlaceInThePicture() {
        var clinic = people.clinic();
        var number = applications.number(applications.submitted(clinic));

        var page = page(clinic).get("/status/" + number);
        var whole = page(clinic).get("/status/" + number + "/picture");

        assertThat(page.body())
                .contains("class=\"here\"", "申請を審査する", "aria-label=\"手続きの流れ図。いまは「審査中」のところです。\"")
                .doesNotContainPattern("<[^>]+ style=");
        assertThat(whole.body()).contains("class=\"here\"", "id=\"at-submitApplication\"");
    }

    @Test
    void tellsTheWayOfTheLetter() {
        var clinic = people.clinic();
        var letter = issued.posted(clinic);
        report(letter, TrackingEvent.of(TrackingKind.ABSENT, day(21)));

        var absent = page(clinic).get("/status/" + applicationOf(letter));
        report(letter, TrackingEvent.returned(day(29), ReturnReason.NOT_COLLECTED));
        var returned = page(clinic).get("/status/" + applicationOf(letter));

        assertThat(text(absent))
                .containsSubsequence(
                        "不在のため郵便局で保管中",
                        "医療機関（お客さま）",
                        "2026年11月28日（土）",
                        "電子証明書を1枚発行しました",
                        "発行通知書を書留で差し出しました",
                        "お問い合わせ番号",
                        "ご不在のため");
        assertThat(text(returned)).containsSubsequence("通知書返送・対応中", "返送されました", "保管期間経過");
    }

    @Test
    void tellsTheLastDayForTheDownloadOnceTheLetterIsThere() {
        var clinic = people.clinic();
        var letter = issued.posted(clinic);
        report(letter, TrackingEvent.of(TrackingKind.DELIVERED, day(22)));

        var page = text(page(clinic).get("/status/" + applicationOf(letter)));

        assertThat(page).containsSubsequence("通知書到着・ダウンロード待ち", "2027年5月19日（水）", "発行通知書が届きました", "ダウンロードの期限です", "有効期限です");
    }

    @Test
    void tellsTheReasonOfARejection() {
        var clinic = people.clinic();
        var number = applications.number(applications.rejected(clinic, "廃止届が\"受理\"されています。"));

        var page = page(clinic).get("/status/" + number);

        assertThat(page.body()).contains("却下", "廃止届が&quot;受理&quot;されています。");
    }

    @Test
    void showsTheUsageApplicationAsWell() {
        var clinic = people.clinicWithoutQualification();
        var instance = clinic.start("qualification-application");
        clinic.complete(instance, "enterQualification", Map.of("contactName", "事務部 鈴木", "paymentMethod", "DEDUCTION"));
        clinic.complete(instance, "confirmQualificationEntry", Map.of("action", "submit"));
        var number = numberOfQualification(page(clinic).get("/status").body());

        var page = page(clinic).get("/status/" + number);

        assertThat(text(page)).containsSubsequence("利用申請の状況", "審査中", "発行センター", "利用申請を受け付けました");
        assertThat(page(clinic).get("/status/" + number + "/picture").statusCode())
                .isEqualTo(200);
        assertThat(page(people.clinic()).get("/status/" + number).statusCode()).isEqualTo(404);
    }

    @Test
    void answersForAnotherClinicAsForNobody() {
        var number = applications.number(applications.submitted(people.clinic()));
        var other = page(people.clinic());

        var theirs = other.get("/status/" + number);
        var nobodys = other.get("/status/20991231-00001");

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(plain(theirs)).isEqualTo(plain(nobodys)).contains("ページが見つかりません");
        assertThat(other.get("/status/" + number + "/picture").statusCode()).isEqualTo(404);
        assertThat(other.get("/status").body()).doesNotContain(number.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "20261120-1", "R20991231-00001", "R", "%3Cscript%3E"})
    void knowsNoOtherNumber(String number) {
        var answer = page(people.clinic()).get("/status/" + number);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ページが見つかりません").doesNotContain("<script");
    }

    @Test
    void showsWithoutALogInWhoActsNextAndNothingElse() {
        var clinic = people.clinic();
        var number = applications.number(applications.submitted(clinic, List.of("院長室の端末")));
        var code = codeInMail(number);

        var answer = lookup(number.value(), code);
        var typedOtherwise =
                lookup(" " + number.value() + " ", code.toLowerCase(Locale.ROOT).replace("-", " "));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer))
                .containsSubsequence("審査中", "発行センター", "2026年11月30日（月）", "お電話ください")
                .doesNotContain(
                        "院長室の端末", clinic.institution().value(), clinic.account().name(), IssuedApplications.CONTACT);
        assertThat(typedOtherwise.statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNoCodeOnRecord() {
        var number = applications.number(applications.submitted(people.clinic()));
        var mail = "select row_to_json(mail)::text from mail where reference = '%s'".formatted(number);
        var queued = jdbc.sql(mail).query(String.class).single();

        var code = codeInMail(number);

        var sent = jdbc.sql(mail).query(String.class).single();
        assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(queued).contains("照会コードは記録に残しません").doesNotContain(code, "\"sealed_code\":null");
        assertThat(sent).contains("\"sealed_code\":null").doesNotContain(code);
    }

    @Test
    void makesAnotherCodeForWhoHasNone() {
        var clinic = people.clinic();
        var number = applications.number(applications.submitted(clinic));
        var first = codeInMail(number);
        var page = "/status/" + number;
        var browser = page(clinic);

        var answer = browser.send(page, page + "/lookup-code", Map.of());
        var second =
                find("<code class=\"number\">([^<]+)</code>", browser.get(page).body());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.get(page).body()).doesNotContain(second);
        assertThat(lookup(number.value(), second).statusCode()).isEqualTo(200);
        assertThat(lookup(number.value(), first).statusCode()).isEqualTo(422);
        assertThat(page(people.clinic())
                        .send("/status", page + "/lookup-code", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void answersAWrongCodeAsAnUnknownNumber() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 11, 0));
        var number =
                applications.number(applications.submitted(people.clinic())).value();

        var wrong = lookup(number, "AAAA-AAAA");
        var unknown = lookup("20991231-00001", "AAAA-AAAA");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
        assertThat(plain(wrong).replace(number, "")).isEqualTo(plain(unknown).replace("20991231-00001", ""));
    }

    @ParameterizedTest
    @CsvSource({"'', AAAA-AAAA, 受付番号を入力してください。", "12, AAAA-AAAA, のように入力してください。", "20261120-00001, '', 照会コードを入力してください。"})
    void saysWhatIsMissing(String number, String code, String message) {
        assertThat(lookup(number, code).body()).contains(message, "エラー: ");
    }

    @Test
    void stopsWhoGuessesUntilTheHourIsOver() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 13, 5));
        var number = applications.number(applications.submitted(people.clinic()));
        var code = codeInMail(number);
        for (int guess = 0; guess < 20; guess++) {
            assertThat(lookup(number.value(), "AAAA-AA%02d".formatted(guess)).statusCode())
                    .isEqualTo(422);
        }

        var right = lookup(number.value(), code);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 14, 0));
        var anHourLater = lookup(number.value(), code);

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.body()).contains("上限を超えました").doesNotContain("審査中");
        assertThat(anHourLater.statusCode()).isEqualTo(200);
    }

    @Test
    void stopsManyWhoGuessAtOneNumber() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 16, 5));
        var number = applications.number(applications.submitted(people.clinic()));
        var code = codeInMail(number);
        for (int guess = 0; guess < 100; guess++) {
            assertThat(lookups.find(number, "AAAA-AAAA", "192.0.2." + guess)).isEmpty();
        }

        assertThatThrownBy(() -> lookups.find(number, code, "198.51.100.1"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(ApplicationReason.TOO_MANY_LOOKUPS));
    }

    private HttpResponse<String> lookup(String number, String code) {
        return PageClient.stranger(port).send("/status/lookup", Map.of("number", number, "code", code));
    }

    /** Lets the mail go: before that nobody can read the code, and afterwards only who has the mail. */
    private String codeInMail(ApplicationNumber number) {
        var recipient = jdbc.sql("select recipient from mail where kind = 'acceptance' and reference = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
        return find("■照会コード：(\\S+)", registrants.receive(recipient));
    }

    private void report(LetterNumber letter, TrackingEvent event) {
        clock.standAt(event.day().atTime(12, 0));
        tracking.record(letter, event, people.dispatch().id());
    }

    private String applicationOf(LetterNumber letter) {
        return letters.of(letter).orElseThrow().application().value();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private static String numberOfQualification(String page) {
        return find("/status/(R\\d{8}-\\d{5})", page);
    }

    private static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String text(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    /** Without what differs from one sending of a form to the next. */
    private static String plain(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private PageClient page(Person person) {
        return PageClient.of(person, port);
    }
}
