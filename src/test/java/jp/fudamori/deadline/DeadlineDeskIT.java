package jp.fudamori.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.calendar.CalendarDesk;
import jp.fudamori.calendar.CalendarOverride;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** In a year of its own, in which the deadlines of all other tests have passed. */
@ServerTest
class DeadlineDeskIT {

    private static final String REASON = "臨時休業日のため、営業日を数え直しました。";
    private static final LocalDate CLOSED = LocalDate.of(2031, 6, 4);
    private static final LocalDate DUE = LocalDate.of(2031, 6, 9);
    private static final LocalDate LATER = LocalDate.of(2031, 6, 10);

    @Autowired
    DeadlineDesk desk;

    @Autowired
    CalendarDesk calendar;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    IssuedApplications cases;

    @Autowired
    Participants people;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void onAMonday() {
        clock.standAt(LocalDateTime.of(2031, 6, 2, 10, 0));
    }

    /** Nothing open is left behind, or the list of the next test would be longer. */
    @AfterEach
    void tidy() {
        calendar.withdraw(CLOSED, "operator1");
        clock.standAt(LocalDateTime.of(2031, 6, 2, 10, 0));
        jdbc.sql("select application_number from certificate_application where application_number like '20310602-%'"
                        + " and state in ('submitted', 'second-approval')")
                .query(String.class)
                .list()
                .forEach(number -> jdbc.sql("update certificate_application set review_due = '2031-01-06',"
                                + " expected_arrival = '2031-01-06', extended_from = null, extension_days = null"
                                + " where application_number = :number")
                        .param("number", number)
                        .update());
    }

    @Test
    void nothingMovesBeforeAnOperatorSaysSo() {
        var number = cases.number(cases.submitted(people.clinic()));

        close();

        assertThat(reviewDue(number)).isEqualTo(DUE);
        assertThat(desk.moves().moves())
                .singleElement()
                .isEqualTo(new DeadlineMove(
                        number.value(),
                        applications.find(number).orElseThrow().particulars().institution(),
                        false,
                        new DeadlineMove.Dates(DUE, Optional.of(DUE)),
                        new DeadlineMove.Dates(LATER, Optional.of(LATER))));
    }

    @Test
    void movesExactlyWhatWasSeenOnceAndOnRecord() {
        var clinic = people.clinic();
        var number = cases.number(cases.submitted(clinic));
        close();
        var token = desk.moves().token();

        assertThat(recount(token)).isZero();

        var submission = applications.find(number).orElseThrow().submission();
        assertThat(submission.reviewDue()).isEqualTo(LATER);
        assertThat(submission.expectedArrival()).isEqualTo(LATER);
        assertThat(desk.moves().isEmpty()).isTrue();
        assertThat(DatabaseContents.audited("deadline-moved", number.value(), jdbc))
                .isOne();
        assertThat(DatabaseContents.audited("deadlines-recounted", token, jdbc)).isOne();
        assertThat(mailsTo(clinic)).singleElement().asString().contains("2031年6月9日（月）", "2031年6月10日（火）", REASON);
        assertThatThrownBy(() -> recount(token)).hasMessageContaining("1件も変更していません");
        assertThat(mailsTo(clinic)).as("a second time").hasSize(1);
    }

    @Test
    void aListThatHasChangedMovesNothing() {
        var number = cases.number(cases.submitted(people.clinic()));
        close();
        var token = desk.moves().token();
        var other = cases.number(cases.submitted(people.clinic()));
        jdbc.sql("update certificate_application set review_due = :due where application_number = :number")
                .param("due", DUE)
                .param("number", other.value())
                .update();
        var before = DatabaseContents.of(jdbc);

        assertThatThrownBy(() -> recount(token)).hasMessageContaining("新しい一覧");

        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
        assertThat(reviewDue(number)).isEqualTo(DUE);
        assertThat(desk.moves().total()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 　", "<b>休業</b>", "二行\nの理由", "\u202e逆"})
    void wantsAReasonThatAMailCanCarry(String reason) {
        cases.submitted(people.clinic());
        close();
        var token = desk.moves().token();
        var before = DatabaseContents.of(jdbc);

        assertThatThrownBy(() -> desk.recount(token, operator(), reason)).hasMessageContaining("200文字以内");

        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void oneFailureMovesNothingAtAll() {
        var number = cases.number(cases.submitted(people.clinic()));
        cases.submitted(people.clinic());
        close();
        var token = desk.moves().token();
        jdbc.sql("alter table mail add constraint no_moves_today check (kind <> 'deadline-moved') not valid")
                .update();
        try {
            assertThatThrownBy(() -> recount(token)).isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.sql("alter table mail drop constraint no_moves_today").update();
        }

        assertThat(reviewDue(number)).isEqualTo(DUE);
        assertThat(desk.moves().token()).isEqualTo(token);
    }

    @Test
    void whatWaitsForItsClinicStandsStill() {
        var instance = cases.submitted(people.clinic());
        people.reviewer()
                .complete(instance, "reviewApplication", Map.of("decision", "return", "otherRemark", "ご確認ください"));

        close();

        assertThat(desk.moves().isEmpty()).isTrue();
    }

    @Test
    void aWithdrawnHolidayMakesNoDeadlineEarlier() {
        close();
        var number = cases.number(cases.submitted(people.clinic()));
        assertThat(reviewDue(number)).isEqualTo(LATER);

        calendar.withdraw(CLOSED, "operator1");

        assertThat(desk.moves().isEmpty()).isTrue();
    }

    /** The reviewer has read the task before, and comes to the row while it is being moved. */
    @Test
    void aReviewerWhoDecidesMeanwhileIsAskedAgainOrWins() throws Exception {
        var instance = cases.submitted(people.clinic());
        var number = cases.number(instance);
        var reviewer = people.staff(Role.REVIEWER);
        close();
        var token = desk.moves().token();
        var decision = new CompletableFuture<Void>();

        transaction.executeWithoutResult(status -> {
            recount(token);
            CompletableFuture.runAsync(() -> approve(reviewer, instance)).whenComplete((done, failure) -> {
                if (failure == null) {
                    decision.complete(null);
                } else {
                    decision.completeExceptionally(failure);
                }
            });
            awaitLock();
        });

        assertThatThrownBy(() -> decision.get(60, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(applications.find(number).orElseThrow()).isInstanceOf(Submitted.class);
        assertThat(reviewDue(number)).isEqualTo(LATER);
        approve(reviewer, instance);
        assertThat(applications.find(number).orElseThrow()).isInstanceOf(Approved.class);
    }

    @Test
    void tenThousandOpenApplicationsAreListedAtOnceAndMovedAThousandAtATime() {
        seed(people.clinic(), 10_000);
        close();
        try {
            var start = System.nanoTime();
            var moves = desk.moves();
            var listed = Duration.ofNanos(System.nanoTime() - start);
            assertThat(recount(moves.token())).isEqualTo(9_000);
            var moved = Duration.ofNanos(System.nanoTime() - start).minus(listed);

            System.out.printf("10,000 listed in %d ms, 1,000 moved in %d ms%n", listed.toMillis(), moved.toMillis());
            assertThat(moves.total()).isEqualTo(10_000);
            assertThat(moves.moves()).hasSize(DeadlineMoves.MOST);
            assertThat(listed).isLessThan(Duration.ofSeconds(10));
            assertThat(moved).isLessThan(Duration.ofSeconds(120));
            assertThat(desk.moves().total()).as("the next act goes on").isEqualTo(9_000);
        } finally {
            unseed();
        }
    }

    private void close() {
        calendar.decide(new CalendarOverride(CLOSED, false, "臨時休業日"), "operator1");
    }

    private int recount(String token) {
        return desk.recount(token, operator(), REASON);
    }

    private static AccountId operator() {
        return new AccountId("operator1");
    }

    private LocalDate reviewDue(ApplicationNumber number) {
        return applications.find(number).orElseThrow().submission().reviewDue();
    }

    private void approve(Person reviewer, ProcessInstance instance) {
        reviewer.complete(instance, "reviewApplication", Map.of("decision", "approve"));
    }

    private void awaitLock() {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody waits");
            }
            Thread.onSpinWait();
        }
    }

    private List<String> mailsTo(Person clinic) {
        return jdbc.sql("select body from mail where recipient = :recipient and kind = 'deadline-moved'")
                .param("recipient", clinic.account().mail())
                .query(String.class)
                .list();
    }

    private void seed(Person clinic, int count) {
        jdbc.sql("""
                insert into certificate_application
                       (application_number, institution_code, applicant, contact_name, submitted_at, promised_from,
                        review_days, arrival_days, review_due, expected_arrival, state)
                select '20310601-' || to_char(n, 'FM00000'), :institution, :applicant, '事務部', now(), '2031-06-02',
                       5, 5, '2031-06-09', '2031-06-09', 'submitted'
                  from generate_series(0, :count - 1) as n
                """)
                .param("institution", clinic.institution().value())
                .param("applicant", clinic.id().value())
                .param("count", count)
                .update();
        jdbc.sql("""
                insert into application_line (application_number, line, terminal_name)
                select application_number, 1, '受付PC' from certificate_application
                 where application_number like '20310601-%'
                """).update();
    }

    private void unseed() {
        var mails = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKeyLike("20310601-%")
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
        engine.getRuntimeService().deleteProcessInstances(mails, "seeded", true, true);
        jdbc.sql("delete from application_line where application_number like '20310601-%'")
                .update();
        jdbc.sql("delete from certificate_application where application_number like '20310601-%'")
                .update();
    }
}
