package jp.fudamori.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ServerTest
@RecordApplicationEvents
class DownloadDeskIT {

    private static final String WRONG = "AAAAA-AAAA-AAAAA";
    private static final String FROM = "10.1.2.3";

    @Autowired
    private DownloadDesk desk;

    @Autowired
    private CertificateDesk certificates;

    @Autowired
    private Participants people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationEvents events;

    private LineNumber line;
    private LetterSecrets letter;

    @BeforeEach
    void issueACertificate() {
        backToTheStart();
        line = new ApprovedApplications(jdbc).of(people.clinic().institution(), "受付1号機");
        certificates.vet(line);
        certificates.sign(line);
        letter = certificates.secrets(line);
    }

    @AfterEach
    void backToTheStart() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    private Download download() {
        return desk.download(letter.referenceId(), letter.authorizationCode(), FROM);
    }

    private void assertRefused(String reference, String code, String reason) {
        assertThatThrownBy(() -> desk.download(reference, code, FROM))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(reason));
    }

    private void guessWrong(int times) {
        IntStream.range(0, times).forEach(i -> assertRefused(letter.referenceId(), WRONG, "credentials-not-accepted"));
    }

    private List<String> audit() {
        return jdbc.sql(
                        "select action || ' ' || detail from audit_entry where subject = ? and actor = 'download' order by entry_id")
                .param(line.toString())
                .query(String.class)
                .list();
    }

    @Test
    void handsOutTheSameFileAgainAndAgain() {
        var first = download();
        var second = download();

        assertThat(second.content()).isEqualTo(first.content());
        assertThat(first.fileName()).matches("\\d{10}-001\\.p12");
        assertThat(certificates.issued(line).downloads()).isEqualTo(2);
    }

    @Test
    void aClosedDownloadIsGoneForGoodAndOnlyTheRightCodeLearnsIt() {
        desk.close(line, "letter-void");
        desk.close(line, "letter-void");

        assertRefused(letter.referenceId(), letter.authorizationCode(), "download-closed");
        assertRefused(letter.referenceId(), WRONG, "credentials-not-accepted");
        assertThat(audit()).filteredOn("download-closed letter-void"::equals).hasSize(1);
        assertThat(jdbc.sql("select count(*) from certificate_download where reference_id = ? and pkcs12 is null")
                        .param(letter.referenceId())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(certificates.issued(line).serialNumber())
                .as("revoked later, by revocation")
                .isNotEmpty();
    }

    @Test
    void announcesTheFirstDownloadOnly() {
        download();
        download();

        assertThat(events.stream(CertificateDownloaded.class)
                        .filter(event -> event.line().equals(line)))
                .hasSize(1);
    }

    @Test
    void locksAfterFiveWrongCodesForGood() {
        guessWrong(5);

        assertRefused(letter.referenceId(), letter.authorizationCode(), "credentials-not-accepted");
    }

    @Test
    void fourWrongCodesAreForgivenByTheRightOne() {
        guessWrong(4);
        download();
        guessWrong(4);

        assertThat(download().content()).isNotEmpty();
    }

    @Test
    void countsEachOfManyGuessesAtTheSameTime() throws Exception {
        var threads = Executors.newFixedThreadPool(5);
        threads.invokeAll(IntStream.range(0, 5)
                .<Callable<Download>>mapToObj(i -> () -> desk.download(letter.referenceId(), WRONG, FROM))
                .toList());
        threads.shutdown();

        assertRefused(letter.referenceId(), letter.authorizationCode(), "credentials-not-accepted");
    }

    @Test
    void answersAlikeWhateverIsWrong() {
        var unknown = answer("AAAA-BBBB-CCCC", letter.authorizationCode());
        var wrong = answer(letter.referenceId(), WRONG);
        guessWrong(4);
        var locked = answer(letter.referenceId(), letter.authorizationCode());

        assertThat(List.of(wrong, locked)).containsOnly(unknown);
    }

    private String answer(String reference, String code) {
        try {
            desk.download(reference, code, FROM);
            return "file";
        } catch (Refusal refusal) {
            return refusal.reason().code() + refusal.getMessage();
        }
    }

    @Test
    void writesEachTryDownWithoutTheCode() {
        guessWrong(1);
        download();

        assertThat(audit()).containsExactly("download-refused " + FROM, "certificate-downloaded " + FROM);
        var leaks = jdbc.sql("select count(*) from audit_entry where audit_entry::text like '%' || ? || '%'");
        assertThat(leaks.param(letter.authorizationCode()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void writesDownWhoAsksForAnUnknownReferenceButNotWhatTheyTyped() {
        assertRefused("ZZZZ-ZZZZ-ZZZ2", WRONG, "credentials-not-accepted");

        assertThat(jdbc.sql("select count(*) from audit_entry where audit_entry::text like '%ZZZZ-ZZZZ-ZZZ2%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void endsWithThe180thDayInJapan() {
        clock.standAt(LocalDateTime.of(2027, 5, 19, 23, 59, 59));
        assertThat(download().content()).isNotEmpty();

        clock.standAt(LocalDateTime.of(2027, 5, 20, 0, 0));
        assertRefused(letter.referenceId(), letter.authorizationCode(), "download-period-over");
        assertRefused(letter.referenceId(), WRONG, "credentials-not-accepted");
    }

    @Test
    void destroysFileAndSecretsWhenThePeriodIsOver() {
        clock.standAt(LocalDateTime.of(2027, 5, 19, 23, 59, 59));
        desk.destroyExpired();
        assertThat(files()).isEqualTo(1);

        clock.standAt(LocalDateTime.of(2027, 5, 20, 0, 10));
        desk.destroyExpired();
        desk.destroyExpired();

        assertThat(files()).isZero();
        assertThatThrownBy(() -> certificates.secrets(line)).isInstanceOf(IllegalStateException.class);
        assertThat(audit()).containsOnlyOnce("file-destroyed ");
        assertRefused(letter.referenceId(), letter.authorizationCode(), "download-period-over");
    }

    private int files() {
        return jdbc.sql("select count(pkcs12) from certificate_download where application_number = ?")
                .param(line.application().value())
                .query(Integer.class)
                .single();
    }
}
