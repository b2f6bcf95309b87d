package jp.fudamori.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDeadline;
import jp.fudamori.certificate.DownloadDeadlines;
import jp.fudamori.certificate.DownloadDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues later than all other tests, so that no certificate of theirs comes near its deadline. */
@ServerTest
class DownloadRemindersIT {

    private static final LocalDate ISSUED = LocalDate.of(2027, 8, 31);
    private static final LocalDate UNTIL = LocalDate.of(2028, 2, 27);
    private static final AtomicInteger NUMBERS = new AtomicInteger(10000);

    @Autowired
    DownloadReminders reminders;

    @Autowired
    DownloadDeadlines deadlines;

    @Autowired
    Participants people;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    DownloadDesk downloads;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Person clinic;

    @BeforeEach
    void setUp() {
        clock.standAt(ISSUED.atTime(10, 0));
        clinic = people.clinic();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2027-12-28, 0, a day too early",
        "2027-12-29, 1, 60 days",
        "2028-01-27, 1, still the first",
        "2028-01-28, 1, 30 days; the first was missed and is not sent after it",
        "2028-02-20, 1, 7 days",
        "2028-02-27, 1, the last day",
        "2028-02-28, 0, too late",
    })
    void remindsFromThatDayOn(LocalDate day, int mails, String because) {
        var number = issued("受付パソコン");

        remindOn(day);

        assertThat(mails(number)).as(because).hasSize(mails);
    }

    @ParameterizedTest(name = "issued on {0}")
    @CsvSource({
        "2027-11-30, 2028-05-28, 2028-03-29, 2028-04-28, 2028-05-21",
        "2028-02-29, 2028-08-27, 2028-06-28, 2028-07-28, 2028-08-20",
        "2028-08-31, 2029-02-27, 2028-12-29, 2029-01-28, 2029-02-20",
    })
    void monthsEndWhereTheyEnd(LocalDate issued, LocalDate until, LocalDate first, LocalDate second, LocalDate third) {
        clock.standAt(issued.atTime(10, 0));
        var number = issued("受付パソコン");

        issued.plusDays(1).datesUntil(until.plusDays(2)).forEach(this::remindOn);

        assertThat(queuedOn(number)).containsExactly(first, second, third);
    }

    @Test
    void tellsTheDeadlineAndWhatIsLeft() {
        var number = issued("受付パソコン");

        remindOn(UNTIL.minusDays(60));
        remindOn(UNTIL.minusDays(29));
        remindOn(UNTIL);

        assertThat(mails(number))
                .hasSize(3)
                .allSatisfy(body -> assertThat(body)
                        .contains("■受付番号：" + number, "■枚数：1枚\n■端末名称等：受付パソコン\n", "■ダウンロード期限：2028年2月27日（日）23時59分"));
        assertThat(mails(number).get(0)).contains("■残りの日数：あと60日");
        assertThat(mails(number).get(1)).contains("■残りの日数：あと29日");
        assertThat(mails(number).get(2)).contains("■残りの日数：本日限り");
    }

    @Test
    void remindsOnceForEachStageHoweverOftenItLooks() {
        var number = issued("受付パソコン");

        remindOn(UNTIL.minusDays(60));
        remindOn(UNTIL.minusDays(60));
        remindOn(UNTIL.minusDays(59));

        assertThat(mails(number)).hasSize(1);
    }

    @Test
    void twoNodesRemindOnce() {
        var numbers = IntStream.range(0, 5).mapToObj(any -> issued("受付パソコン")).toList();
        clock.standAt(UNTIL.minusDays(60).atTime(9, 0));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(reminders::remind), CompletableFuture.runAsync(reminders::remind))
                .join();

        assertThat(numbers).allSatisfy(number -> assertThat(mails(number)).hasSize(1));
    }

    @Test
    void whatWasDownloadedInBetweenIsNotMentioned() {
        var number = issued("受付パソコン", "診察室パソコン", "予備機");
        remindOn(UNTIL.minusDays(60));
        download(new LineNumber(number, 2));

        remindOn(UNTIL.minusDays(30));
        download(new LineNumber(number, 1));
        download(new LineNumber(number, 3));
        remindOn(UNTIL.minusDays(7));

        assertThat(mails(number)).hasSize(2);
        assertThat(mails(number).get(0)).contains("■枚数：3枚\n■端末名称等：受付パソコン\n■端末名称等：診察室パソコン\n■端末名称等：予備機\n");
        assertThat(mails(number).get(1)).contains("■枚数：2枚\n■端末名称等：受付パソコン\n■端末名称等：予備機\n");
    }

    @Test
    void linesIssuedOnAnotherDayHaveAMailOfTheirOwn() {
        var number = applied("受付パソコン", "診察室パソコン");
        issue(new LineNumber(number, 1));
        clock.standAt(ISSUED.plusDays(1).atTime(10, 0));
        issue(new LineNumber(number, 2));

        remindOn(UNTIL.minusDays(59));

        assertThat(mails(number))
                .hasSize(2)
                .satisfiesExactlyInAnyOrder(
                        body -> assertThat(body)
                                .contains("受付パソコン", "2028年2月27日")
                                .doesNotContain("診察室パソコン"),
                        body -> assertThat(body)
                                .contains("診察室パソコン", "2028年2月28日")
                                .doesNotContain("受付パソコン"));
    }

    @Test
    void looksThroughAllPages() {
        clock.standAt(ISSUED.plusYears(1).atTime(10, 0));
        var numbers = IntStream.range(0, 5).mapToObj(any -> issued("受付パソコン")).toList();
        var until = ISSUED.plusYears(1).plusDays(180);

        var pages = new ArrayList<List<DownloadDeadline>>();
        var last = Optional.<DownloadDeadline>empty();
        do {
            pages.add(deadlines.unfetched(until, until, last, 2));
            last = pages.get(pages.size() - 1).stream().reduce((earlier, later) -> later);
        } while (last.isPresent());

        assertThat(pages).extracting(List::size).containsExactly(2, 2, 1, 0);
        assertThat(pages.stream().flatMap(List::stream).map(DownloadDeadline::application))
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void aReminderThatCannotBeWrittenDoesNotHoldUpTheOthers() {
        var broken = issued("受付パソコン");
        jdbc.sql("update certificate_application set applicant = 'gone' where application_number = :number")
                .param("number", broken.value())
                .update();
        var next = issued("受付パソコン");

        remindOn(UNTIL.minusDays(30));

        assertThat(mails(broken)).isEmpty();
        assertThat(mails(next)).hasSize(1);
    }

    private void remindOn(LocalDate day) {
        clock.standAt(day.atTime(9, 0));
        reminders.remind();
    }

    private void download(LineNumber line) {
        var secrets = certificates.secrets(line);
        downloads.download(secrets.referenceId(), secrets.authorizationCode(), "10.0.0.1");
    }

    private ApplicationNumber issued(String... terminals) {
        var number = applied(terminals);
        IntStream.rangeClosed(1, terminals.length)
                .mapToObj(position -> new LineNumber(number, position))
                .forEach(this::issue);
        return number;
    }

    private void issue(LineNumber line) {
        certificates.vet(line);
        certificates.sign(line);
    }

    /** An application that is approved, as rows of its tables. */
    private ApplicationNumber applied(String... terminals) {
        var number = new ApplicationNumber("20270831-" + NUMBERS.incrementAndGet());
        jdbc.sql("""
                insert into certificate_application
                       (application_number, institution_code, applicant, contact_name, submitted_at,
                        review_due, expected_arrival, promised_from, review_days, arrival_days,
                        state, decided_by, decided_at)
                values (:number, :institution, :applicant, '事務部 鈴木花子', :day, :day, :day, :day, 5, 5,
                        'approved', 'reviewer-a', :day)
                """)
                .param("number", number.value())
                .param("institution", clinic.institution().value())
                .param("applicant", clinic.id().value())
                .param("day", ISSUED)
                .update();
        for (var position = 1; position <= terminals.length; position++) {
            jdbc.sql(
                            "insert into application_line (application_number, line, terminal_name) values (:number, :line, :name)")
                    .param("number", number.value())
                    .param("line", position)
                    .param("name", terminals[position - 1])
                    .update();
        }
        return number;
    }

    private List<String> mails(ApplicationNumber number) {
        return jdbc.sql(
                        "select body from mail where kind = 'download-reminder' and reference = :number order by mail_id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private List<LocalDate> queuedOn(ApplicationNumber number) {
        return jdbc.sql("""
                select cast(queued_at at time zone 'Asia/Tokyo' as date)
                  from mail
                 where kind = 'download-reminder' and reference = :number
                 order by mail_id
                """)
                .param("number", number.value())
                .query(LocalDate.class)
                .list();
    }
}
