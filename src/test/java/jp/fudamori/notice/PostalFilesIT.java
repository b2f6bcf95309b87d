package jp.fudamori.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedLetters;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.account.AccountId;
import jp.fudamori.common.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The batch of a day, its 差出票, and the files about posted letters. */
@ServerTest
class PostalFilesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String POSTING_HEADER = "通知書番号,書留番号,差出日\r\n";
    private static final String EVENT_HEADER = "書留番号,差出日,種別,年月日,時刻,理由\r\n";

    @Autowired
    BatchDesk batches;

    @Autowired
    LetterDesk letters;

    @Autowired
    PostingDesk postings;

    @Autowired
    TrackingDesk tracking;

    @Autowired
    Participants people;

    @Autowired
    IssuedLetters issued;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    AccountId dispatcher;

    @BeforeEach
    void setUp() {
        clock.standAt(TODAY.atTime(16, 0));
        dispatcher = people.dispatch().id();
    }

    @Test
    void aBatchHoldsWhatWaitsInTheOrderOfPostalCodes() throws Exception {
        emptyTheTray();
        var osaka = issued.printed();
        var sapporo = issued.printed(people.clinic(), 2);
        jdbc.sql("update letter set postal_code = '060-0001' where letter_number = :number")
                .param("number", sapporo.value())
                .update();

        var batch = batches.close(dispatcher);

        assertThat(batch.letters()).isEqualTo(2);
        var list = new String(batches.postingList(batch), StandardCharsets.UTF_8);
        assertThat(list)
                .contains("順番,通知書番号,郵便番号,所在地,宛先,枚数,差出日,書留番号\r\n1," + sapporo + ",060-0001,大阪府")
                .contains(",2,2026-11-20,\r\n2," + osaka + ",530-0001,")
                .doesNotContain("事務部");
        var pdf = batches.open(batch, dispatcher);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3 + 2);
            assertThat(new PDFTextStripper().getText(document)).containsSubsequence(sapporo.value(), osaka.value());
        }
        assertThat(batches.open(batch, dispatcher)).as("the same bytes").isEqualTo(pdf);
        assertThat(DatabaseContents.audited("letter-opened", applicationOf(osaka), jdbc))
                .isEqualTo(2);
        assertThat(batches.latest()).first().isEqualTo(batch);
    }

    @Test
    void aLetterIsInOneBatchAndNoBatchIsEmpty() {
        emptyTheTray();
        issued.printed();
        batches.close(dispatcher);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> batches.close(dispatcher))
                .withMessageContaining("今はありません");
    }

    @Test
    void aBatchPrintsOnlyWhatIsNotPostedYet() throws Exception {
        emptyTheTray();
        var first = issued.printed();
        var second = issued.printed();
        var batch = batches.close(dispatcher);
        postings.post(first, TrackingNumbers.next(), TODAY, dispatcher);

        try (var document = Loader.loadPDF(batches.open(batch, dispatcher))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        postings.post(second, TrackingNumbers.next(), TODAY, dispatcher);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> batches.open(batch, dispatcher))
                .withMessageContaining("すべて発送済み");
        assertThat(batches.find(batch.number()).orElseThrow().posted()).isEqualTo(2);
    }

    @Test
    void thePostingListComesBackWithItsNumbers() {
        emptyTheTray();
        var first = issued.printed();
        var second = issued.printed();
        var batch = batches.close(dispatcher);
        var filled = new String(batches.postingList(batch), StandardCharsets.UTF_8)
                .replaceAll("2026-11-20,\r\n", "2026-11-20,NUMBER\r\n")
                .replaceFirst("NUMBER", TrackingNumbers.next().value())
                .replaceFirst("NUMBER", TrackingNumbers.next().value());

        assertThat(postings.readBack(file(filled), dispatcher)).isEqualTo(new PostalReport(2, 0, List.of()));

        assertThat(Stream.of(first, second).map(number -> letters.of(number).orElseThrow()))
                .allSatisfy(letter -> assertThat(letter).isInstanceOf(PostedLetter.HandedOver.class));
        assertThat(postings.readBack(file(filled), dispatcher))
                .as("the same file twice")
                .isEqualTo(new PostalReport(0, 2, List.of()));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("brokenPostings")
    void refusesAWholePostingFileForOneRow(String row, String column, String reason) {
        var good = issued.printed();
        var other = issued.printed();
        var known = issued.posted(people.clinic());
        var used = letters.of(known).flatMap(Letter::handover).orElseThrow().trackingNumber();
        var before = DatabaseContents.of(jdbc);
        var number = TrackingNumbers.next();
        var rows = good + "," + number + ",2026-11-20\r\n"
                + row.replace("OTHER", other.value())
                        .replace("POSTED", known.value())
                        .replace("SAME", number.value())
                        .replace("USED", used.value())
                        .replace("NEW", TrackingNumbers.next().value());

        var report = postings.readBack(file(POSTING_HEADER + rows), dispatcher);

        assertThat(report.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(3);
            assertThat(refused.column()).isEqualTo(column);
            assertThat(refused.reason()).contains(reason);
        });
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    static Stream<Arguments> brokenPostings() {
        return Stream.of(
                Arguments.of("1999-000001,NEW,2026-11-20", "通知書番号", "この番号の通知書はありません"),
                Arguments.of("42,NEW,2026-11-20", "通知書番号", "差出票にある番号"),
                Arguments.of("OTHER,310-00-00001-1,2026-11-20", "書留番号", "検査数字"),
                Arguments.of("OTHER,,2026-11-20", "書留番号", "入力がありません"),
                Arguments.of("OTHER,SAME,2026-11-20", "書留番号", "同じ書留番号の行"),
                Arguments.of("OTHER,USED,2026-11-20", "通知書番号", "別の差出しで使用されています"),
                Arguments.of("POSTED,NEW,2026-11-20", "通知書番号", "すでに発送済み"),
                Arguments.of("OTHER,NEW,2026-11-21", "通知書番号", "未来の日付"),
                Arguments.of("OTHER,NEW,2026-11-19", "通知書番号", "以後の日付"),
                Arguments.of("OTHER,NEW,2026/13/01", "差出日", "日付を入力してください"));
    }

    @Test
    void takesEventsOnceHoweverOftenTheyAreHandedIn() {
        var letter = issued.posted(people.clinic());
        var number = letters.of(letter).flatMap(Letter::handover).orElseThrow().trackingNumber();
        clock.standAt(TODAY.plusDays(10).atTime(9, 0));
        var events = EVENT_HEADER
                + number + ",2026-11-20,返送,2026-11-29,9:00,保管期間経過\r\n"
                + number + ",2026/11/20,不在,2026-11-21,,\r\n"
                + number + ",2026-11-20,引受,2026-11-20,17:30,\r\n";

        assertThat(tracking.read(file(events), dispatcher)).isEqualTo(new PostalReport(3, 0, List.of()));
        assertThat(tracking.read(file(events), dispatcher)).isEqualTo(new PostalReport(0, 3, List.of()));

        assertThat(letters.of(letter))
                .get()
                .isInstanceOfSatisfying(
                        PostedLetter.Returned.class,
                        returned -> assertThat(returned.reason()).isEqualTo(ReturnReason.NOT_COLLECTED));
    }

    @Test
    void aNumberUsedAgainOnAnotherDayIsAnotherItem() {
        var first = issued.posted(people.clinic());
        var number = letters.of(first).flatMap(Letter::handover).orElseThrow().trackingNumber();
        var later = TODAY.plusDays(5);
        clock.standAt(later.atTime(9, 0));
        var second = issued.printed();
        postings.post(second, number, later, dispatcher);

        tracking.read(file(EVENT_HEADER + number + ",2026-11-25,配達済み,2026-11-25,,\r\n"), dispatcher);

        assertThat(letters.of(first)).get().isInstanceOf(PostedLetter.HandedOver.class);
        assertThat(letters.of(second)).get().isInstanceOf(PostedLetter.Delivered.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`USED,2026-11-19,到着,2026-11-20,,`, 書留番号, この書留番号と差出日の通知書はありません",
                "`USED,2026-11-20,行方不明,2026-11-20,,`, 種別, 引受・到着",
                "`USED,2026-11-20,返送,2026-11-20,,`, 理由, 返送の理由を入力",
                "`USED,2026-11-20,到着,2026-11-20,,転居先不明`, 理由, 返送のときだけ",
                "`USED,2026-11-20,返送,2026-11-20,,留守`, 理由, あて所に尋ねあたりません",
                "`USED,2026-11-20,到着,2026-11-21,,`, 年月日, 未来の日付",
                "`USED,2026-11-20,到着,2026-11-19,,`, 年月日, 以後の日付",
                "`USED,2026-11-20,到着,2026-11-20,25:00,`, 時刻, 24時間制",
                "`USED,2026-11-20,引受,2026-11-20,,`, 書留番号・差出日・種別・年月日, 同じ値の行",
            })
    void refusesAWholeEventFileForOneRow(String row, String column, String reason) {
        var letter = issued.posted(people.clinic());
        var number = letters.of(letter).flatMap(Letter::handover).orElseThrow().trackingNumber();
        var before = DatabaseContents.of(jdbc);

        var report = tracking.read(
                file(EVENT_HEADER + number + ",2026-11-20,引受,2026-11-20,,\r\n" + row.replace("USED", number.value())),
                dispatcher);

        assertThat(report.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(3);
            assertThat(refused.column()).isEqualTo(column);
            assertThat(refused.reason()).contains(reason);
        });
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    /** Other tests leave letters that wait: they go into batches of their own. */
    private void emptyTheTray() {
        try {
            while (true) {
                batches.close(dispatcher);
            }
        } catch (Refusal nothingLeft) {
            assertThat(nothingLeft.reason()).isEqualTo(NoticeReason.NOTHING_TO_POST);
        }
    }

    private String applicationOf(LetterNumber letter) {
        return letters.of(letter).orElseThrow().application().value();
    }

    private static ByteArrayInputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
