package jp.fudamori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedLetters;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.Role;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.notice.PostedLetter;
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

    private static final String POSTINGS = "/api/letters/tracking-numbers";
    private static final String EVENTS = "/api/letters/tracking-events";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedLetters issued;

    @Autowired
    LetterDesk letters;

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
        var letter = issued.printed();

        var answer = dispatch().get("/api/letters/" + letter);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("%PDF");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(DatabaseContents.audited("letter-opened", applicationOf(letter), jdbc))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DISPATCH"})
    void letsNobodyElseNearTheLetters(Role role) {
        var letter = issued.printed();
        var somebody = people.somebody(role).basic(port);
        var before = DatabaseContents.of(jdbc);

        var answers = Stream.of(
                        somebody.get("/api/letters/" + letter),
                        somebody.get("/api/letters/batches"),
                        somebody.get("/api/letters/batches/1/letters"),
                        somebody.get("/api/letters/batches/1/posting-list"),
                        somebody.post("/api/letters/batches", "", "text/plain"),
                        somebody.post(POSTINGS, "x", "text/csv"),
                        somebody.post(EVENTS, "x", "text/csv"))
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("権限がありません").doesNotContain("%PDF");
        });
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1999-000001", "20261120-00001", "1", "%3Cb%3E", "batches/999999", "batches/999999/letters"})
    void knowsNoLetterThatIsNotThere(String unknown) {
        var answer = dispatch().get("/api/letters/" + unknown);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("指定されたものはありません。");
    }

    @Test
    void saysThatALetterIsNotPrintedYet() {
        var letter = letters.assemble(issued.issued(1)).orElseThrow();

        var answer = dispatch().get("/api/letters/" + letter);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"letter-not-printed\"", "まだ作成されていません");
    }

    @Test
    void saysThatALetterIsDestroyedOnceItIsPosted() {
        var letter = issued.posted(people.clinic());
        var before = DatabaseContents.of(jdbc);

        var answer = dispatch().get("/api/letters/" + letter);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"letter-destroyed\"", "再発行")
                .doesNotContain("%PDF");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void takesABatchFromClosingToDelivery() {
        var letter = issued.printed();
        var path = closedBatchWith(letter);
        var number = TrackingNumbers.next();

        var pdf = dispatch().get(path + "/letters");
        var list = dispatch().get(path + "/posting-list");

        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(list.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".csv");
        assertThat(list.body()).contains(letter.value()).doesNotContain("認可");
        var posted =
                dispatch().post(POSTINGS, "通知書番号,書留番号,差出日\n%s,%s,2026-11-20\n".formatted(letter, number), "text/csv");
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body()).contains("\"added\":1");
        var tracked = dispatch()
                .post(EVENTS, "書留番号,差出日,種別,年月日,時刻,理由\n%s,2026-11-20,配達済み,2026-11-20,,\n".formatted(number), "text/csv");
        assertThat(tracked.statusCode()).isEqualTo(200);
        assertThat(letters.of(letter)).get().isInstanceOf(PostedLetter.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTINGS, EVENTS})
    void saysWhatIsWrongWithAFile(String path) {
        var before = DatabaseContents.of(jdbc);

        var answer = dispatch().post(path, "番号\n1\n", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"line\":1", "書留番号", "見出しにこの列がありません。");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTINGS, EVENTS})
    void takesFilesAsCsvOnly(String path) {
        var answer = dispatch().post(path, "{}", "application/json");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("この形式は受け付けていません");
    }

    /** Closes batches until one holds the letter: letters of other tests may wait too. */
    private String closedBatchWith(LetterNumber letter) {
        while (true) {
            var answer = dispatch().post("/api/letters/batches", "", "text/plain");
            assertThat(answer.statusCode()).isEqualTo(201);
            var path = answer.headers().firstValue("Location").orElseThrow();
            if (dispatch().get(path + "/posting-list").body().contains(letter.value())) {
                return path;
            }
        }
    }

    private Client dispatch() {
        return people.dispatch().basic(port);
    }

    private String applicationOf(LetterNumber letter) {
        return letters.of(letter).orElseThrow().application().value();
    }
}
