package jp.fudamori.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.DatabaseContents;
import jp.fudamori.InvariantChecker;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.TrackingNumbers;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a job does is done once, though the job runs in two threads at once or its step is called again later. */
@ServerTest
class RepeatedJobIT {

    private static final String AGAIN = "steps-again";

    /** All that a job does on the way of an application, up to the next commit. */
    private static final List<String> STEPS = List.of(
            "vetCertificate",
            "signCertificate",
            "postFee",
            "assembleLetter",
            "printLetter",
            "noteDelivery",
            "sendMail");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    DownloadDesk downloads;

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
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void twoThreadsWithTheSameJobDoItsWorkOnce() {
        var instance = issuedInTwoThreads();

        assertEverythingIsThereOnce(instance);
    }

    @Test
    void aStepThatIsCalledAgainAfterItsCommitFindsItsOwnResult() {
        var instance = issuedInTwoThreads();
        var number = applications.number(instance).value();
        var variables = new HashMap<String, Object>(Map.of(
                "applicationNumber",
                number,
                "institutionCode",
                text("select institution_code from certificate_application", number),
                "letterNumber",
                text("select letter_number from letter", number),
                "loopCounter",
                0));
        var before = contents();

        for (var mail : mails(number)) {
            variables.put("mailId", mail);
            callAgain(variables);
        }

        assertThat(contents()).isEqualTo(before);
        assertEverythingIsThereOnce(instance);
    }

    /** An application from its approval to the download, each job of it in two threads at once. */
    private ProcessInstance issuedInTwoThreads() {
        var clinic = people.clinic();
        var instance = applications.submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        inTwoThreads(instance, "vetCertificate");
        inTwoThreads(instance, "signCertificate");
        var notice = applications.noticeOf(instance);
        inTwoThreads(notice, "printLetter");
        var secrets = certificates.secrets(new LineNumber(applications.number(instance), 1));
        post(people.dispatch(), notice);
        downloads.download(secrets.referenceId(), secrets.authorizationCode(), "10.0.0.1");
        inTwoThreads(notice, "noteDelivery");
        mailsUnderWay(instance).forEach(mail -> inTwoThreads(mail, "sendMail"));
        return instance;
    }

    private void post(Person dispatch, ProcessInstance notice) {
        var today = LocalDate.now(clock).toString();
        dispatch.complete(
                notice,
                "postLetter",
                Map.of("trackingNumber", TrackingNumbers.next().toString(), "postedOn", today));
    }

    private List<ProcessInstance> mailsUnderWay(ProcessInstance instance) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(applications.number(instance).value())
                .processDefinitionKey("mail-delivery")
                .list();
    }

    private void inTwoThreads(ProcessInstance instance, String activity) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult();
        var atOnce = new CyclicBarrier(2);
        var done = Stream.of(1, 2)
                .map(thread -> CompletableFuture.supplyAsync(() -> executed(job.getId(), atOnce)))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
        assertThat(done).as(activity).isBetween(1L, 2L);
    }

    private boolean executed(String job, CyclicBarrier atOnce) {
        try {
            atOnce.await();
            engine.getManagementService().executeJob(job);
            return true;
        } catch (OptimisticLockingException | NullValueException theOtherThreadHasIt) {
            return false;
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs the steps of all jobs once more, in the order of the models. */
    private void callAgain(Map<String, Object> variables) {
        AbstractFlowNodeBuilder<?, ?> model =
                Bpmn.createExecutableProcess(AGAIN).camundaHistoryTimeToLive(1).startEvent();
        for (var step : STEPS) {
            model = model.serviceTask(step).camundaDelegateExpression("${%s}".formatted(step));
        }
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(AGAIN + ".bpmn", model.endEvent().done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey(AGAIN, variables);
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    /** What the domain has on record, whatever the engine has written down meanwhile. */
    private Map<String, String> contents() {
        return DatabaseContents.of(jdbc).entrySet().stream()
                .filter(table -> table.getKey().startsWith("fudamori."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void assertEverythingIsThereOnce(ProcessInstance instance) {
        var number = applications.number(instance);
        for (var table : List.of("certificate", "certificate_download", "letter")) {
            assertThat(jdbc.sql("select count(*) from %s where application_number = :number".formatted(table))
                            .param("number", number.value())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isOne();
        }
        assertThat(jdbc.sql("select message_id from mail where reference = :number")
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(received(mail)).isOne());
        assertThat(InvariantChecker.of(database).settled().violations(Set.of(number)))
                .isEmpty();
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

    private List<Long> mails(String number) {
        return jdbc.sql("select mail_id from mail where reference = :number")
                .param("number", number)
                .query(Long.class)
                .list();
    }

    private String text(String select, String number) {
        return jdbc.sql(select + " where application_number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}
