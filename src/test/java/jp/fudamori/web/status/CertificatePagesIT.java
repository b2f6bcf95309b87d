package jp.fudamori.web.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedLetters;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.RevocationDesk;
import jp.fudamori.holding.HoldingDesk;
import jp.fudamori.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class CertificatePagesIT {

    private static final String CALENDAR = "/certificates/calendar";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedLetters issued;

    @Autowired
    HoldingDesk holdings;

    @Autowired
    RevocationDesk revocations;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void listsWhatTheClinicHas() {
        var clinic = people.clinic();
        issued.issued(clinic, 2);
        var serial = holdings.of(clinic.institution()).get(0).certificate().serialNumber();

        var page = page(clinic).get("/certificates");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("受付1号機", "受付2号機", serial, "2030年2月20日", "未ダウンロード（2027年5月19日まで）", "2029年11月22日から");
        assertThat(page(people.clinic()).get("/certificates").body())
                .contains("まだありません")
                .doesNotContain(serial);
    }

    @Test
    void namesTheStateThatADayBrings() {
        var clinic = people.clinic();
        issued.issued(clinic, 1);

        clock.standAt(LocalDateTime.of(2027, 5, 20, 0, 0));
        var missed = page(clinic).get("/certificates").body();
        clock.standAt(LocalDateTime.of(2030, 2, 21, 0, 0));
        var expired = page(clinic).get("/certificates").body();

        assertThat(missed).contains("ダウンロード期限切れ");
        assertThat(expired).contains("有効期限切れ");
    }

    @Test
    void printsLabelsOfTheClinicsOwnCertificatesOnly() {
        var clinic = people.clinic();
        var own = issued.issued(clinic, 2);
        var theirs = issued.issued(people.clinic(), 1);

        var labels = page(clinic).get("/certificates/labels.pdf?line=" + own + "-01&line=" + theirs + "-01");

        assertThat(labels.statusCode()).isEqualTo(200);
        assertThat(labels.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(labels.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(holdings.labels(clinic.institution(), List.of())).isEmpty();
        assertThat(page(clinic).get("/certificates/labels.pdf?line=" + theirs + "-01"))
                .satisfies(CertificatePagesIT::isMissing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?line=", "?line=x", "?line=20991231-00001-01", "?line=20991231-00001-99"})
    void makesNoLabelsOfNothing(String query) {
        assertThat(page(people.clinic()).get("/certificates/labels.pdf" + query))
                .satisfies(CertificatePagesIT::isMissing);
    }

    @Test
    void putsTheDatesIntoACalendarThatNeedsNoLogIn() {
        var clinic = people.clinic();
        issued.issued(clinic, 1);

        var calendar = Client.anonymous(port).get(path(open(clinic)));

        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(calendar.body().replace("\r\n ", ""))
                .contains(
                        "DTSTART;VALUE=DATE:20270519",
                        "DTSTART;VALUE=DATE:20300220",
                        "SUMMARY:【有効期限】電子証明書 受付1号機",
                        "TRIGGER:-P89DT15H");
    }

    @Test
    void leavesARevokedCertificateOutOfTheCalendar() {
        var clinic = people.clinic();
        var application = issued.issued(clinic, 2);
        revocations.revoke(new LineNumber(application, 1), RevocationReason.CESSATION_OF_OPERATION, "test", "");

        var calendar = Client.anonymous(port).get(path(open(clinic))).body().replace("\r\n ", "");

        assertThat(calendar).contains("受付2号機").doesNotContain("受付1号機");
    }

    @Test
    void keepsNoLinkThatCouldBeReadFromTheDatabase() {
        var token = path(open(people.clinic())).replaceAll(".*/|\\.ics", "");

        var stored = jdbc.sql("select count(*) from fudamori.calendar_feed where token_hash = :token")
                .param("token", token)
                .query(Integer.class)
                .single();

        assertThat(token).hasSize(43);
        assertThat(stored).isZero();
    }

    @Test
    void makesALinkWorthlessWhenItIsRenewedOrClosed() {
        var clinic = people.clinic();
        var first = path(open(clinic));
        var second = path(open(clinic));

        var old = Client.anonymous(port).get(first);
        var current = Client.anonymous(port).get(second);
        page(clinic).send(CALENDAR, CALENDAR + "/close", Map.of());
        var closed = Client.anonymous(port).get(second);

        assertThat(old).satisfies(CertificatePagesIT::isMissing);
        assertThat(current.statusCode()).isEqualTo(200);
        assertThat(closed).satisfies(CertificatePagesIT::isMissing);
        assertThat(DatabaseContents.audited(
                        "calendar-feed-opened", clinic.institution().value(), jdbc))
                .isEqualTo(2);
        assertThat(DatabaseContents.audited(
                        "calendar-feed-closed", clinic.institution().value(), jdbc))
                .isOne();
    }

    @Test
    void answersAnyOtherLinkAsAClosedOne() {
        assertThat(Client.anonymous(port).get("/calendar/x.ics")).satisfies(CertificatePagesIT::isMissing);
        assertThat(Client.anonymous(port).get("/calendar/" + "A".repeat(43) + ".ics"))
                .satisfies(CertificatePagesIT::isMissing);
    }

    @Test
    void saysWhatToDoAboutALostLetter() {
        var page = page(people.clinic()).get("/certificates/lost-letter");

        assertThat(page.body()).contains("すぐに届け出てください", "href=\"/certificates\"", "お電話でも承ります");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/status", "/certificates", CALENDAR, "/certificates/lost-letter", "/certificates/labels.pdf"})
    void belongsToClinicsOnly(String path) {
        var officer = PageClient.of(people.somebody(Role.REVIEWER), port);

        assertThat(officer.get(path)).satisfies(CertificatePagesIT::isMissing);
        assertThat(Client.anonymous(port).get(path).statusCode()).isNotEqualTo(200);
    }

    /** Asks for a link and follows to the page that shows it. */
    private HttpResponse<String> open(Person clinic) {
        var visitor = page(clinic);
        var answer = visitor.send(CALENDAR, Map.of());
        assertThat(answer.statusCode()).isEqualTo(302);
        return visitor.get(CALENDAR);
    }

    private static String path(HttpResponse<String> page) {
        var link = Pattern.compile("http://localhost:\\d+(/calendar/[\\w-]+\\.ics)")
                .matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group(1);
    }

    private static void isMissing(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ページが見つかりません");
    }

    private PageClient page(Person person) {
        return PageClient.of(person, port);
    }
}
