package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class LetterControllerIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void opensTheLetterForThePrinterAndWritesDownWho() {
        var number = number(applications.printed());

        var answer = people.dispatch().basic(port).get("/api/letters/" + number);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("%PDF");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(DatabaseContents.audited("letter-opened", number, jdbc)).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DISPATCH"})
    void opensItForNobodyElse(Role role) {
        var number = number(applications.printed());
        var somebody = people.somebody(role).basic(port);
        var before = DatabaseContents.of(jdbc);

        var answer = somebody.get("/api/letters/" + number);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("権限がありません").doesNotContain("%PDF");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19990101-00001", "1", "%3Cb%3E"})
    void knowsNoLetterOfAnApplicationThatIsNotThere(String unknown) {
        var answer = people.dispatch().basic(port).get("/api/letters/" + unknown);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("指定されたものはありません。");
    }

    @Test
    void saysThatALetterIsNotPrintedYet() {
        var number = number(applications.submitted(people.clinic()));

        var answer = people.dispatch().basic(port).get("/api/letters/" + number);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"letter-not-printed\"", "まだ作成されていません");
    }

    @Test
    void saysThatALetterIsDestroyedOnceItIsPosted() {
        var notice = applications.printed();
        var number = number(notice);
        people.dispatch()
                .complete(
                        notice,
                        "postLetter",
                        Map.of("trackingNumber", TrackingNumbers.next().value(), "postedOn", "2026-11-20"));
        var before = DatabaseContents.of(jdbc);

        var answer = people.dispatch().basic(port).get("/api/letters/" + number);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"letter-destroyed\"", "再発行")
                .doesNotContain("%PDF");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    private String number(ProcessInstance instance) {
        return String.valueOf(applications.number(instance));
    }
}
