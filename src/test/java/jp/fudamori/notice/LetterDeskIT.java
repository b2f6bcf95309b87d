package jp.fudamori.notice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static jp.fudamori.notice.NoticeReason.IMPOSSIBLE_DATE;
import static jp.fudamori.notice.NoticeReason.LETTER_ALREADY_DELIVERED;
import static jp.fudamori.notice.NoticeReason.LETTER_ALREADY_POSTED;
import static jp.fudamori.notice.NoticeReason.LETTER_DESTROYED;
import static jp.fudamori.notice.NoticeReason.LETTER_NOT_POSTED;
import static jp.fudamori.notice.NoticeReason.LETTER_NOT_PRINTED;
import static jp.fudamori.notice.NoticeReason.TRACKING_NUMBER_IN_USE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter.Delivered;
import jp.fudamori.notice.Letter.Posted;
import jp.fudamori.notice.Letter.Posting;
import jp.fudamori.notice.Letter.Printed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class LetterDeskIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Autowired
    LetterDesk desk;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    AccountId dispatcher;

    @BeforeEach
    void setUp() {
        clock.standAt(TODAY.atTime(10, 0));
        dispatcher = people.dispatch().id();
    }

    @Test
    void printsALetterOnceHoweverOftenItIsAsked() {
        var application = issued();

        desk.print(application);
        var number = desk.of(application).orElseThrow().number();
        var pages = desk.open(application, dispatcher);
        desk.print(application);

        assertThat(desk.of(application)).get().isInstanceOf(Printed.class);
        assertThat(desk.of(application).orElseThrow().number()).isEqualTo(number);
        assertThat(desk.open(application, dispatcher)).isEqualTo(pages).startsWith("%PDF-".getBytes(ISO_8859_1));
        assertThat(audit(application)).containsExactly("letter-printed", "letter-opened", "letter-opened");
    }

    @Test
    void printsOneLetterWhenTwoAskAtTheSameTime() throws Exception {
        var application = issued();
        var threads = Executors.newFixedThreadPool(2);
        Callable<Boolean> print = () -> {
            desk.print(application);
            return true;
        };
        try {
            for (var done : threads.invokeAll(List.of(print, print))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(audit(application)).containsExactly("letter-printed");
    }

    @Test
    void keepsThePagesSealed() {
        var application = printed();

        var stored = jdbc.sql("select sealed_pages from letter where application_number = :number")
                .param("number", application.value())
                .query(byte[].class)
                .single();

        assertThat(new String(stored, ISO_8859_1)).doesNotContain("%PDF", "BIZUDGothic");
    }

    @Test
    void tellsWhatTheTypefaceCouldNotPrint() {
        var application = applications.number(applications.application("𠮷田 太郎"));

        desk.print(application);

        assertThat(desk.of(application).orElseThrow().sheets().unprintable()).containsExactly("𠮷");
    }

    @Test
    void postingDestroysPagesAndSecrets() {
        var application = printed();
        var trackingNumber = TrackingNumbers.next();

        desk.post(application, trackingNumber, TODAY, dispatcher);

        assertThat(desk.of(application).flatMap(Letter::handover))
                .contains(new Posting(trackingNumber, TODAY, dispatcher));
        assertThatIllegalStateException().isThrownBy(() -> certificates.secrets(new LineNumber(application, 1)));
        assertThat(jdbc.sql("select count(*) from letter where application_number = :number and sealed_pages is null")
                        .param("number", application.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertRefused(() -> desk.open(application, dispatcher), LETTER_DESTROYED, "廃棄されています");
        assertThat(audit(application)).containsExactly("letter-printed", "letter-secrets-destroyed", "letter-posted");
    }

    @Test
    void postingCommitsWithTheTransactionOfItsCaller() {
        var application = printed();

        transaction.executeWithoutResult(status -> {
            desk.post(application, TrackingNumbers.next(), TODAY, dispatcher);
            status.setRollbackOnly();
        });

        assertThat(desk.of(application)).get().isInstanceOf(Printed.class);
        assertThat(desk.open(application, dispatcher)).isNotEmpty();
    }

    @Test
    void postingTheSameTwiceIsNoticedAndAnythingElseRefused() {
        var application = printed();
        var trackingNumber = TrackingNumbers.next();
        clock.standAt(TOMORROW.atTime(10, 0));
        desk.post(application, trackingNumber, TODAY, dispatcher);

        desk.post(application, trackingNumber, TODAY, dispatcher);

        assertThat(audit(application)).containsExactly("letter-printed", "letter-secrets-destroyed", "letter-posted");
        assertRefused(
                () -> desk.post(application, TrackingNumbers.next(), TODAY, dispatcher),
                LETTER_ALREADY_POSTED,
                "すでに発送済みです");
        assertRefused(
                () -> desk.post(application, trackingNumber, TOMORROW, dispatcher), LETTER_ALREADY_POSTED, "すでに発送済みです");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-11-21, 差出日に未来の日付は入力できません。",
        "2026-11-19, 差出日は、通知書の発行日（2026年11月20日）以後の日付を入力してください。",
    })
    void refusesAnImpossibleDayOfPosting(LocalDate postedOn, String message) {
        var application = printed();

        assertRefused(
                () -> desk.post(application, TrackingNumbers.next(), postedOn, dispatcher), IMPOSSIBLE_DATE, message);

        assertThat(desk.of(application)).get().isInstanceOf(Printed.class);
        assertThat(certificates.secrets(new LineNumber(application, 1))).isNotNull();
    }

    @Test
    void aTrackingNumberIsUniqueOnItsDayOnly() {
        var first = printed();
        var second = printed();
        var trackingNumber = TrackingNumbers.next();
        desk.post(first, trackingNumber, TODAY, dispatcher);

        assertRefused(
                () -> desk.post(second, trackingNumber, TODAY, dispatcher), TRACKING_NUMBER_IN_USE, "別の通知書で使用されています");
        clock.standAt(TOMORROW.atTime(10, 0));
        desk.post(second, trackingNumber, TOMORROW, dispatcher);

        assertThat(desk.of(second)).get().isInstanceOf(Posted.class);
    }

    @Test
    void deliveryIsRecordedOnce() {
        var application = posted();
        clock.standAt(LocalDateTime.of(2026, 11, 23, 9, 0));

        desk.deliver(application, LocalDate.of(2026, 11, 22), dispatcher.value());
        desk.deliver(application, LocalDate.of(2026, 11, 22), "tracking");

        assertThat(desk.of(application)).get().isInstanceOfSatisfying(Delivered.class, letter -> {
            assertThat(letter.deliveredOn()).isEqualTo("2026-11-22");
            assertThat(letter.reportedBy()).isEqualTo(dispatcher.value());
        });
        assertThat(audit(application))
                .containsExactly("letter-printed", "letter-secrets-destroyed", "letter-posted", "letter-delivered");
        assertRefused(
                () -> desk.deliver(application, LocalDate.of(2026, 11, 23), dispatcher.value()),
                LETTER_ALREADY_DELIVERED,
                "2026年11月22日（日）に配達済み");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-11-21, 配達日に未来の日付は入力できません。", "2026-11-19, 配達日は、差出日（2026年11月20日）以後の日付を入力してください。"})
    void refusesAnImpossibleDayOfDelivery(LocalDate deliveredOn, String message) {
        var application = posted();

        assertRefused(() -> desk.deliver(application, deliveredOn, dispatcher.value()), IMPOSSIBLE_DATE, message);
    }

    @Test
    void refusesStepsOutOfOrder() {
        var unprinted = issued();
        var printed = printed();

        assertRefused(() -> desk.open(unprinted, dispatcher), LETTER_NOT_PRINTED, "まだ作成されていません");
        assertRefused(
                () -> desk.post(unprinted, TrackingNumbers.next(), TODAY, dispatcher),
                LETTER_NOT_PRINTED,
                "まだ作成されていません");
        assertRefused(() -> desk.deliver(printed, TODAY, dispatcher.value()), LETTER_NOT_POSTED, "まだ発送されていません");
    }

    private ApplicationNumber issued() {
        return applications.number(applications.application());
    }

    private ApplicationNumber printed() {
        var application = issued();
        desk.print(application);
        return application;
    }

    private ApplicationNumber posted() {
        var application = printed();
        desk.post(application, TrackingNumbers.next(), TODAY, dispatcher);
        return application;
    }

    private List<String> audit(ApplicationNumber application) {
        return jdbc.sql(
                        "select action from audit_entry where subject like :subject || '%' and action like 'letter-%' order by entry_id")
                .param("subject", application.value())
                .query(String.class)
                .list();
    }

    private static void assertRefused(ThrowingCallable step, NoticeReason reason, String message) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(step)
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
