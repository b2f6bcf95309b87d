package jp.fudamori.notice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.fudamori.notice.NoticeReason.IMPOSSIBLE_DATE;
import static jp.fudamori.notice.NoticeReason.LETTER_ALREADY_POSTED;
import static jp.fudamori.notice.NoticeReason.LETTER_DESTROYED;
import static jp.fudamori.notice.NoticeReason.LETTER_NOT_POSTED;
import static jp.fudamori.notice.NoticeReason.LETTER_NOT_PRINTED;
import static jp.fudamori.notice.NoticeReason.TRACKING_NUMBER_IN_USE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.fudamori.IssuedLetters;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.notice.Letter.Assembled;
import jp.fudamori.notice.Letter.Printed;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter from its certificates to the post office. */
@ServerTest
class LetterDeskIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Autowired
    LetterDesk desk;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    PostingDesk postings;

    @Autowired
    TrackingDesk tracking;

    @Autowired
    Participants people;

    @Autowired
    IssuedLetters issued;

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
    void assemblesAllThatIsIssuedAndInNoLetterYet() {
        var application = issued.issued(3);

        var letter = desk.assemble(application).orElseThrow();

        assertThat(desk.of(letter)).get().isInstanceOf(Assembled.class);
        assertThat(desk.of(letter).orElseThrow().envelope().lines())
                .extracting(LineNumber::position)
                .containsExactly(1, 2, 3);
        assertThat(desk.holding(new LineNumber(application, 2))).contains(letter);
        assertThat(desk.assemble(application)).isEmpty();
    }

    @Test
    void aNewNameAndAddressReachTheLetterOfTheNextCertificate() throws IOException {
        var clinic = people.clinic();
        var first = desk.open(issued.printed(clinic, 1), dispatcher);
        var csv = """
                医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日
                %s,新名称歯科医院,2,530-0002,大阪府大阪市北区曽根崎新地二丁目2番2号,06-1234-5678,2020-04-01
                """.formatted(clinic.institution());
        registry.importInstitutions(new ByteArrayInputStream(csv.getBytes(UTF_8)));

        var next = desk.open(issued.printed(clinic, 1), dispatcher);

        assertThat(text(next)).contains("新名称歯科医院", "〒530-0002", "大阪府大阪市北区曽根崎新地二丁目2番2号");
        assertThat(text(first))
                .contains(Participants.nameOf(clinic.institution()))
                .doesNotContain("新名称");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void putsALineThatIsIssuedLaterIntoASecondLetter() {
        var application = issued.approved(people.clinic(), 3);
        var third = new LineNumber(application, 3);
        issued.issue(new LineNumber(application, 1));
        issued.issue(new LineNumber(application, 2));
        var first = desk.assemble(application).orElseThrow();
        issued.issue(third);

        var second = desk.assemble(application).orElseThrow();

        assertThat(desk.of(first).orElseThrow().envelope().lines()).hasSize(2);
        assertThat(desk.of(second).orElseThrow().envelope().lines()).containsExactly(third);
        assertThat(desk.of(application).orElseThrow().number()).isEqualTo(second);
    }

    @Test
    void assemblesOneLetterWhenTwoAskAtTheSameTime() throws Exception {
        var application = issued.issued(2);
        Callable<Optional<LetterNumber>> assemble = () -> desk.assemble(application);

        var made = bothAtOnce(assemble);

        assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void printsALetterOnceHoweverOftenItIsAsked() {
        var application = issued.issued(1);
        var letter = desk.assemble(application).orElseThrow();

        desk.print(letter);
        var pages = desk.open(letter, dispatcher);
        desk.print(letter);

        assertThat(desk.of(letter)).get().isInstanceOf(Printed.class);
        assertThat(desk.open(letter, dispatcher)).isEqualTo(pages).startsWith("%PDF-".getBytes(ISO_8859_1));
        assertThat(audit(application))
                .containsExactly("letter-assembled", "letter-printed", "letter-opened", "letter-opened");
    }

    @Test
    void printsOneLetterWhenTwoAskAtTheSameTime() throws Exception {
        var application = issued.issued(1);
        var letter = desk.assemble(application).orElseThrow();
        Callable<Boolean> print = () -> {
            desk.print(letter);
            return true;
        };

        assertThat(bothAtOnce(print)).containsExactly(true, true);

        assertThat(audit(application)).containsExactly("letter-assembled", "letter-printed");
    }

    @Test
    void keepsThePagesSealed() {
        var letter = issued.printed();

        var stored = jdbc.sql("select sealed_pages from letter where letter_number = :number")
                .param("number", letter.value())
                .query(byte[].class)
                .single();

        assertThat(new String(stored, ISO_8859_1)).doesNotContain("%PDF", "BIZUDGothic");
    }

    @Test
    void postingDestroysPagesAndTheSecretsOfAllLines() {
        var letter = issued.printed(people.clinic(), 3);
        var application = applicationOf(letter);
        var trackingNumber = TrackingNumbers.next();

        postings.post(letter, trackingNumber, TODAY, dispatcher);

        assertThat(desk.of(letter).flatMap(Letter::handover)).get().satisfies(posting -> {
            assertThat(posting.attempt()).isOne();
            assertThat(posting.trackingNumber()).isEqualTo(trackingNumber);
            assertThat(posting.addressee().postalCode()).isEqualTo("530-0001");
        });
        desk.of(letter)
                .orElseThrow()
                .envelope()
                .lines()
                .forEach(line -> assertThatIllegalStateException().isThrownBy(() -> certificates.secrets(line)));
        assertRefused(() -> desk.open(letter, dispatcher), LETTER_DESTROYED, "廃棄されています");
        assertThat(audit(application)).endsWith("letter-secrets-destroyed", "letter-posted");
    }

    @Test
    void postingCommitsWithTheTransactionOfItsCaller() {
        var letter = issued.printed();

        transaction.executeWithoutResult(status -> {
            postings.post(letter, TrackingNumbers.next(), TODAY, dispatcher);
            status.setRollbackOnly();
        });

        assertThat(desk.of(letter)).get().isInstanceOf(Printed.class);
        assertThat(desk.open(letter, dispatcher)).isNotEmpty();
    }

    @Test
    void postingTheSameTwiceIsNoticedAndAnythingElseRefused() {
        var letter = issued.printed();
        var trackingNumber = TrackingNumbers.next();
        clock.standAt(TOMORROW.atTime(10, 0));
        postings.post(letter, trackingNumber, TODAY, dispatcher);

        postings.post(letter, trackingNumber, TODAY, dispatcher);

        assertThat(audit(applicationOf(letter)))
                .filteredOn("letter-posted"::equals)
                .hasSize(1);
        assertRefused(
                () -> postings.post(letter, TrackingNumbers.next(), TODAY, dispatcher),
                LETTER_ALREADY_POSTED,
                "すでに発送済みです");
        assertRefused(
                () -> postings.post(letter, trackingNumber, TOMORROW, dispatcher), LETTER_ALREADY_POSTED, "すでに発送済みです");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-11-21, 差出日に未来の日付は入力できません。",
        "2026-11-19, （2026年11月20日）以後の日付を入力してください。",
    })
    void refusesAnImpossibleDayOfPosting(LocalDate postedOn, String message) {
        var letter = issued.printed();

        assertRefused(
                () -> postings.post(letter, TrackingNumbers.next(), postedOn, dispatcher), IMPOSSIBLE_DATE, message);

        assertThat(desk.of(letter)).get().isInstanceOf(Printed.class);
    }

    @Test
    void aTrackingNumberIsUniqueOnItsDayOnly() {
        var first = issued.printed();
        var second = issued.printed();
        var trackingNumber = TrackingNumbers.next();
        postings.post(first, trackingNumber, TODAY, dispatcher);

        assertRefused(
                () -> postings.post(second, trackingNumber, TODAY, dispatcher),
                TRACKING_NUMBER_IN_USE,
                "別の差出しで使用されています");
        clock.standAt(TOMORROW.atTime(10, 0));
        postings.post(second, trackingNumber, TOMORROW, dispatcher);

        assertThat(desk.of(second)).get().isInstanceOf(PostedLetter.HandedOver.class);
    }

    @Test
    void refusesStepsOutOfOrder() {
        var assembled = desk.assemble(issued.issued(1)).orElseThrow();
        var printed = issued.printed();

        assertRefused(() -> desk.open(assembled, dispatcher), LETTER_NOT_PRINTED, "まだ作成されていません");
        assertRefused(
                () -> postings.post(assembled, TrackingNumbers.next(), TODAY, dispatcher),
                LETTER_NOT_PRINTED,
                "まだ作成されていません");
        assertRefused(
                () -> tracking.record(printed, TrackingEvent.of(TrackingKind.DELIVERED, TODAY), dispatcher),
                LETTER_NOT_POSTED,
                "まだ発送されていません");
    }

    @Test
    void deliveryIsWrittenDownOnceADay() {
        var letter = issued.posted(people.clinic());
        clock.standAt(TOMORROW.atTime(10, 0));
        var delivered = TrackingEvent.of(TrackingKind.DELIVERED, TODAY);

        tracking.record(letter, delivered, dispatcher);
        tracking.record(letter, delivered, dispatcher);
        tracking.downloaded(letter);
        tracking.record(letter, TrackingEvent.of(TrackingKind.AT_OFFICE, TOMORROW), dispatcher);

        assertThat(desk.of(letter))
                .get()
                .isInstanceOfSatisfying(
                        PostedLetter.Delivered.class,
                        known -> assertThat(known.deliveredOn()).isEqualTo(TODAY));
        assertThat(audit(applicationOf(letter)))
                .filteredOn("letter-delivered"::equals)
                .hasSize(1);
    }

    private ApplicationNumber applicationOf(LetterNumber letter) {
        return desk.of(letter).orElseThrow().application();
    }

    private static <T> List<T> bothAtOnce(Callable<T> action) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = threads.invokeAll(List.of(action, action));
            return List.of(results.get(0).get(), results.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    private List<String> audit(ApplicationNumber application) {
        return jdbc.sql("""
                select action from audit_entry
                 where subject like :subject || '%' and action like 'letter-%'
                 order by entry_id
                """)
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
