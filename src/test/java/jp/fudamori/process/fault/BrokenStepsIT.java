package jp.fudamori.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.InvariantChecker;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.application.ApplicationNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that fails for a while or for good, and mails that nobody takes for a day; jobs run by the clock. */
@ServerTest
class BrokenStepsIT {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 20, 10, 0);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    BrokenSteps steps;

    @Autowired
    MovableClock clock;

    @Autowired
    GreenMail smtp;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @BeforeEach
    void setUp() {
        clock.standAt(MORNING);
    }

    @AfterEach
    void mend() {
        steps.mend();
        clock.standAt(MORNING);
    }

    @Test
    void aStepThatFailsThreeTimesAndThenWorksLeavesNoTrace() {
        for (var step : List.of("vetCertificate", "signCertificate", "postFee", "assembleLetter", "printLetter")) {
            var tries = new AtomicInteger();
            steps.breakDown(step, any -> tries.getAndIncrement() < 3);
            clock.standAt(MORNING);
            var number = approved(List.of("受付PC", "会計PC"));
            var time = new PassingTime(engine, clock, List.of(number));

            time.passUntil(MORNING.plusHours(2));

            assertThat(tries).as(step).hasValueGreaterThan(3);
            assertThat(incidents(number)).as(step).isZero();
            assertThat(letters(number)).as(step).containsExactly(2);
            assertSettled(number);
            steps.mend();
        }
    }

    @Test
    void aLineThatNeverSignsHoldsNobodyAndGetsItsOwnLetterOnceMended() {
        steps.breakDown(
                "signCertificate", execution -> Integer.valueOf(1).equals(execution.getVariable("loopCounter")));
        var late = approved(List.of("受付PC", "診察室PC", "会計PC"));
        var other = approved(List.of("受付PC"));
        var time = new PassingTime(engine, clock, List.of(late, other));

        time.passUntil(MORNING.plusMinutes(50));
        assertThat(letters(other)).as("another application").containsExactly(1);
        assertThat(letters(late)).as("an hour is not over").isEmpty();
        time.passUntil(MORNING.plusHours(2));

        assertThat(letters(late)).as("two of three").containsExactly(2);
        assertThat(incidents(late)).isOne();
        assertThat(jdbc.sql("select count(*) from fee where consent_reference = :number")
                        .param("number", late.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertUnharmed(late, other);
        post(late);

        steps.mend();
        engine.getManagementService().setJobRetries(failed(late).getId(), 1);
        time.passUntil(MORNING.plusHours(3));

        assertThat(letters(late)).containsExactly(2, 1);
        assertThat(incidents(late)).isZero();
        assertSettled(late, other);
        post(late);
        time.passUntil(MORNING.plusHours(4));
        assertSettled(late, other);
        assertThat(jdbc.sql("select count(*) from mail where kind = 'issued-and-posted' and reference = :number")
                        .param("number", late.value())
                        .query(Integer.class)
                        .single())
                .as("each letter is announced")
                .isEqualTo(2);
    }

    @Test
    void anSmtpServerThatIsDownForADayDelaysMailsAndLosesNone() {
        List<ApplicationNumber> numbers;
        PassingTime time;
        smtp.stop();
        try {
            numbers = Stream.of("受付PC", "会計PC", "診察室PC")
                    .map(terminal -> approved(List.of(terminal)))
                    .toList();
            time = new PassingTime(engine, clock, numbers);
            time.passUntil(MORNING.plusHours(5));
            numbers.forEach(number -> assertThat(letters(number)).containsExactly(1));
            numbers.forEach(this::post);
            time.passUntil(MORNING.plusDays(1));
            assertThat(numbers)
                    .allSatisfy(number ->
                            assertThat(mails(number, "sent_at is null")).isEqualTo(2));
        } finally {
            smtp.start();
        }

        time.passUntil(MORNING.plusDays(1).plusHours(7));

        assertThat(numbers).allSatisfy(number -> {
            assertThat(mails(number, "sent_at is not null")).isEqualTo(2);
            assertThat(copies(number)).containsOnly(1L).hasSize(2);
            assertThat(incidents(number)).isZero();
        });
        assertSettled(numbers.toArray(ApplicationNumber[]::new));
    }

    private ApplicationNumber approved(List<String> terminals) {
        var instance = applications.submitted(people.clinic(), terminals);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        return applications.number(instance);
    }

    /** Hands over the letter that waits for it. */
    private void post(ApplicationNumber number) {
        var today = LocalDate.now(clock).toString();
        people.dispatch()
                .complete(
                        waiting(number),
                        "postLetter",
                        Map.of("trackingNumber", TrackingNumbers.next().toString(), "postedOn", today));
    }

    private ProcessInstance waiting(ApplicationNumber number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .activityIdIn("postLetter")
                .singleResult();
    }

    private Job failed(ApplicationNumber number) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(applicationOf(number).getId())
                .noRetriesLeft()
                .singleResult();
    }

    private ProcessInstance applicationOf(ApplicationNumber number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey("certificate-application")
                .singleResult();
    }

    private long incidents(ApplicationNumber number) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(applicationOf(number).getId())
                .count();
    }

    /** How many lines each printed letter is about. */
    private List<Integer> letters(ApplicationNumber number) {
        return jdbc.sql("""
                select (select count(*) from letter_line line where line.letter_number = letter.letter_number)
                  from letter
                 where application_number = :number and printed_at is not null
                 order by letter_number
                """)
                .param("number", number.value())
                .query(Integer.class)
                .list();
    }

    private int mails(ApplicationNumber number, String condition) {
        return jdbc.sql("select count(*) from mail where reference = :number and " + condition)
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private List<Long> copies(ApplicationNumber number) {
        return jdbc
                .sql("select message_id from mail where reference = :number")
                .param("number", number.value())
                .query(String.class)
                .list()
                .stream()
                .map(this::received)
                .toList();
    }

    private long received(String messageId) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return messageId.equals(mail.getMessageID());
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }

    private void assertUnharmed(ApplicationNumber... numbers) {
        assertThat(InvariantChecker.of(database).violations(Set.of(numbers))).isEmpty();
    }

    private void assertSettled(ApplicationNumber... numbers) {
        assertThat(InvariantChecker.of(database).settled().violations(Set.of(numbers)))
                .isEmpty();
    }
}
