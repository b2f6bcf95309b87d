package jp.fudamori.process.withdrawal;

import static jp.fudamori.process.withdrawal.QualificationWithdrawalModel.KEY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.fudamori.DatabaseContents;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationNumber;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 取下げ: a clinic takes back its 利用申請 while it is under review. */
@ServerTest
class QualificationWithdrawalIT {

    private static final Map<String, Object> ENTRY = Map.of("paymentMethod", "INVOICE", "contactName", "事務部 鈴木花子");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    @Autowired
    QualificationDesk desk;

    @Autowired
    JdbcClient jdbc;

    private Person clinic;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        clinic = people.clinicWithoutQualification();
    }

    @Test
    void endsTheReviewWithAMailAndLetsTheClinicBeginAnew() {
        var instance = submitted();
        var number = number(instance);

        withdraw(clinic, number);

        assertThat(instance).isEnded().hasPassed("withdrawnInReview", "qualificationWithdrawn");
        Assertions.assertThat(application(number)).isInstanceOf(Withdrawn.class);
        Assertions.assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .isEmpty();
        Assertions.assertThat(mails()).singleElement().asString().contains(number, "取り下げました");
        Assertions.assertThat(DatabaseContents.audited("qualification-withdrawn", number, jdbc))
                .isOne();
        Assertions.assertThat(number(submitted())).isNotEqualTo(number);
    }

    @Test
    void endsALateReviewToo() {
        var instance = submitted();
        execute(job("reviewOverdue", instance));

        withdraw(clinic, number(instance));

        assertThat(instance).isEnded().hasPassed("withdrawnInReview");
    }

    @Test
    void anApplicationThatWaitsForItWaitsForTheNextOne() {
        var waiting = clinic.start("certificate-application");
        clinic.complete(waiting, "confirmQualification", Map.of("claimed", false));
        var until = waitsUntil(waiting);
        var instance = submitted();

        withdraw(clinic, number(instance));

        assertThat(waiting).isWaitingAt("awaitQualification");
        Assertions.assertThat(waitsUntil(waiting)).isEqualTo(until);
        var next = submitted();
        people.reviewer().complete(next, "reviewQualification", Map.of("decision", "accept"));
        assertThat(waiting).isWaitingAt("resumeApplication");
    }

    @Test
    void anApplicationThatWaitsEndsAtItsTimeWhereNoNextOneComes() {
        var waiting = clinic.start("certificate-application");
        clinic.complete(waiting, "confirmQualification", Map.of("claimed", false));
        withdraw(clinic, number(submitted()));

        execute(job("qualificationWaitOver", waiting));

        assertThat(waiting).isEnded();
    }

    @Test
    void isNoticedTheSecondTimeAndChangesNothing() {
        var number = number(submitted());
        withdraw(clinic, number);

        withdraw(clinic, number);

        Assertions.assertThat(mails()).hasSize(1);
        Assertions.assertThat(DatabaseContents.audited("qualification-withdrawn", number, jdbc))
                .isOne();
    }

    @Test
    void comesTooLateAfterTheDecision() {
        var instance = submitted();
        var number = number(instance);
        people.reviewer().complete(instance, "reviewQualification", Map.of("decision", "accept"));

        assertThatThrownBy(() -> withdraw(clinic, number)).hasMessageContaining("審査が終わっているため、取り下げられません");
        Assertions.assertThat(mails()).isEmpty();
    }

    @Test
    void whatWaitsForACorrectionIsTakenBackThere() {
        var instance = submitted();
        var number = number(instance);
        people.reviewer()
                .complete(instance, "reviewQualification", Map.of("decision", "return", "reason", "確認してください。"));

        assertThatThrownBy(() -> withdraw(clinic, number)).hasMessageContaining("確認の画面から取り下げてください");
        clinic.complete(instance, "enterQualification", ENTRY);
        clinic.complete(instance, "confirmQualificationEntry", Map.of("action", "withdraw"));

        assertThat(instance).isEnded().hasPassed("withdrawQualification");
    }

    @Test
    void ofAnotherClinicIsNotFound() {
        var instance = submitted();

        assertThatThrownBy(() -> withdraw(people.clinic(), number(instance))).hasMessageContaining("見つかりません");
        assertThatThrownBy(() -> withdraw(people.clinic(), "R20261120-99999")).hasMessageContaining("見つかりません");
        assertThat(instance).isWaitingAt("reviewQualification");
    }

    @Test
    void aReviewerWhoDecidesTooLateIsToldSo() {
        var instance = submitted();
        var reviewer = people.reviewer();
        var task = reviewer.taskId(instance, "reviewQualification");
        withdraw(clinic, number(instance));

        assertThatThrownBy(() -> reviewer.as(() -> {
                    engine.getTaskService().complete(task, Map.of("decision", "accept"));
                    return null;
                }))
                .hasMessageContaining("すでに");
    }

    @Test
    void takesANumberAsPeopleTypeIt() {
        var instance = submitted();

        withdraw(
                clinic,
                number(instance)
                        .toLowerCase(Locale.ROOT)
                        .chars()
                        .mapToObj(each -> each == '-' ? "－" : String.valueOf((char) (each + 0xFEE0)))
                        .collect(Collectors.joining()));

        assertThat(instance).isEnded().hasPassed("withdrawnInReview");
    }

    private void withdraw(Person by, String number) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult();
        by.as(() -> engine.getFormService().submitStartForm(definition.getId(), Map.of("applicationNumber", number)));
    }

    private ProcessInstance submitted() {
        var instance = clinic.start("qualification-application");
        clinic.complete(instance, "enterQualification", ENTRY);
        clinic.complete(instance, "confirmQualificationEntry", Map.of("action", "submit"));
        assertThat(task(instance)).isNotNull();
        return instance;
    }

    private String number(ProcessInstance instance) {
        return String.valueOf(engine.getRuntimeService().getVariable(instance.getId(), "applicationNumber"));
    }

    private QualificationApplication application(String number) {
        return desk.find(new QualificationNumber(number)).orElseThrow();
    }

    private Date waitsUntil(ProcessInstance waiting) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(waiting.getId())
                .activityId("qualificationWaitOver")
                .singleResult()
                .getDuedate();
    }

    private List<String> mails() {
        return jdbc.sql("select body from mail where recipient = :recipient and kind = 'qualification-withdrawn'")
                .param("recipient", clinic.account().mail())
                .query(String.class)
                .list();
    }
}
