package jp.fudamori.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.RevocationRequestDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a clinic does in the portal about a certificate that it lost or no longer needs. */
@ServerTest
class CertificateCasesIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications cases;

    @Autowired
    RevocationRequestDesk requests;

    @Autowired
    MovableClock clock;

    Person clinic;
    Visitor visitor;
    LineNumber line;

    @BeforeEach
    void aClinicWithACertificateLogsIn() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        clinic = people.clinic();
        line = new LineNumber(cases.number(cases.issued(clinic, "受付端末")), 1);
        visitor = Visitor.loggedIn(clinic, port);
    }

    private String path(String what) {
        return "/certificates/" + line + "/" + what;
    }

    private void revoke(RevocationReason reason) {
        requests.order(List.of(line), reason, "test", "");
    }

    @Test
    void reportsALossPageByPageAndComesToTheNewApplication() {
        assertThat(visitor.open("/certificates").html())
                .contains("href=\"" + path("loss") + "\"", "href=\"" + path("revocation") + "\"", "有効");
        var begun = visitor.send(visitor.open(path("loss")), Map.of());
        assertThat(begun.text()).contains("何がありましたか", "受付端末");

        var wrong = visitor.send(begun, Map.of("kind", "terminal-stolen", "lostOn", "2026-11-21", "place", "外出先の電車の中"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("これから先の日");
        assertThat(wrong.html()).as("what was typed is still there").contains("外出先の電車の中");
        var confirm =
                visitor.send(begun, Map.of("kind", "terminal-stolen", "lostOn", "2026-11-20", "place", "外出先の電車の中"));
        assertThat(confirm.text()).contains("すぐに失効", "届け出る", "戻る", "外出先の電車の中");
        var done = visitor.send(confirm, Map.of("action", "report"));

        assertThat(done.title()).isEqualTo("届出を受け付けました");
        assertThat(visitor.open("/certificates").text()).contains("失効").doesNotContain("のラベルを印刷する");
        assertThat(visitor.open("/status/" + line.application()).text())
                .contains("電子証明書を失効させました（受付端末）", "この通知書は無効です", "破棄してください");
        assertThat(visitor.open("/").text()).contains("発行料に同意する");
    }

    @Test
    void revokesWhatIsNoLongerUsed() {
        var begun = visitor.send(visitor.open(path("revocation")), Map.of());
        var confirm = visitor.send(begun, Map.of("cause", "terminal-gone"));
        assertThat(confirm.text()).contains("元に戻すことはできません", "廃止・利用終了・端末の廃棄");
        var done = visitor.send(confirm, Map.of("action", "revoke"));

        assertThat(done.title()).isEqualTo("失効が完了しました");
        var page = visitor.open(path("revocation"));
        assertThat(page.text()).contains("失効しています", "失効の手続きはいりません");
        assertThat(page.html()).doesNotContain("理由の入力へ進む");
        assertThat(visitor.open("/certificates").html()).doesNotContain(path("revocation"), path("loss"));
    }

    @Test
    void aSecondRevocationIsRefusedOnThePage() {
        var page = visitor.open(path("revocation"));
        revoke(RevocationReason.AFFILIATION_CHANGED);

        var answer = visitor.send(page, Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("すでに失効しています");
    }

    @Test
    void whoPressesTwiceBeginsOnce() {
        var page = visitor.open(path("loss"));

        var first = visitor.send(page, Map.of());
        var second = visitor.send(page, Map.of());

        assertThat(second.path()).isEqualTo(first.path());
        assertThat(visitor.send(visitor.open(path("loss")), Map.of()).text()).contains("書きかけ");
    }

    @Test
    void aClinicThatClosesRevokesAll() {
        cases.issued(clinic, "診察室");
        var page = visitor.open("/certificates/closing");
        assertThat(page.text()).contains("受付端末", "診察室");

        var confirm = visitor.send(visitor.send(page, Map.of()), Map.of("cause", "closing"));
        visitor.send(confirm, Map.of("action", "revoke"));

        assertThat(visitor.open("/certificates/closing").text()).contains("有効な電子証明書はありません");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss", "revocation"})
    void anotherClinicsCertificateIsAsOneThatDoesNotExist(String what) {
        var stranger = Visitor.loggedIn(people.clinic(), port);

        var theirs = stranger.open(path(what));
        var nobodys = stranger.open("/certificates/20991231-00001-01/" + what);
        var senseless = stranger.open("/certificates/x/" + what);

        assertThat(List.of(theirs.status(), nobodys.status(), senseless.status()))
                .containsOnly(404);
        assertThat(theirs.withoutTokens()).isEqualTo(nobodys.withoutTokens()).isEqualTo(senseless.withoutTokens());
    }

    @Test
    void noLabelIsPrintedForWhatIsRevoked() {
        revoke(RevocationReason.KEY_COMPROMISE);

        assertThat(visitor.open("/certificates/labels.pdf?line=" + line).status())
                .isEqualTo(404);
    }
}
