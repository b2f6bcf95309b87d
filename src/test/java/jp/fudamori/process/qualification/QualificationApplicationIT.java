package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationApplication.Abandoned;
import jp.fudamori.qualification.QualificationApplication.Rejected;
import jp.fudamori.qualification.QualificationApplication.Withdrawn;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationId;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class QualificationApplicationIT {

    private static final Map<String, Object> ENTRY = Map.of("paymentMethod", "INVOICE", "contactName", "事務部 鈴木花子");
    private static final Map<String, Object> SUBMIT = Map.of("action", "submit");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    @Autowired
    QualificationDesk desk;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    JdbcClient jdbc;

    Person clinic;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        clinic = people.clinicWithoutQualification();
    }

    @Test
    void standsInTheRegistryWhenTheReviewerAccepts() {
        var instance = submitted();

        people.reviewer().complete(instance, "reviewQualification", Map.of("decision", "accept"));

        assertThat(instance).isEnded().hasPassed("qualificationAccepted");
        assertThat(registry.qualification(clinic.institution()))
                .contains(new Qualification(clinic.institution(), LocalDate.of(2026, 11, 20), PaymentMethod.INVOICE));
        assertThat(mails()).containsExactly("利用申請受付", "利用申請受理");
    }

    @Test
    void itsAcceptanceLetsAWaitingCertificateApplicationGoOn() {
        var waiting = clinic.start("certificate-application");
        clinic.complete(waiting, "confirmQualification", Map.of("claimed", false));
        assertThat(waiting).isWaitingAt("awaitQualification");
        var instance = submitted();

        people.reviewer().complete(instance, "reviewQualification", Map.of("decision", "accept"));

        assertThat(instance).isEnded().hasPassed("qualificationAccepted");
        assertThat(waiting).isWaitingAt("resumeApplication");
    }

    @Test
    void endsWithAMailWhenTheReviewerRejects() {
        var instance = submitted();

        people.reviewer()
                .complete(instance, "reviewQualification", Map.of("decision", "reject", "reason", "申請者が特定できません。"));

        assertThat(instance).isEnded().hasPassed("qualificationRejected");
        assertThat(application(instance)).isInstanceOf(Rejected.class);
        assertThat(registry.qualification(clinic.institution())).isEmpty();
        assertThat(mails()).containsExactly("利用申請受付", "利用申請却下");
    }

    @Test
    void comesBackForCorrectionWithTheReasonAndTheEarlierInput() {
        var instance = submitted();
        var number = variable(instance, "applicationNumber");

        people.reviewer()
                .complete(instance, "reviewQualification", Map.of("decision", "return", "reason", "担当者名をご確認ください。"));

        assertThat(instance).isWaitingAt("enterQualification");
        assertThat(shown(instance, "notice")).contains(number, "担当者名をご確認ください。", "2026年12月20日（日）");
        assertThat(shown(instance, "contactName")).isEqualTo("事務部 鈴木花子");
        assertThat(shown(instance, "paymentMethod")).isEqualTo("INVOICE");
        clock.standAt(LocalDateTime.of(2026, 12, 1, 10, 0));
        clinic.complete(instance, "enterQualification", Map.of("paymentMethod", "DEDUCTION", "contactName", "院長 髙﨑"));
        clinic.complete(instance, "confirmQualificationEntry", SUBMIT);

        assertThat(instance).isWaitingAt("reviewQualification");
        assertThat(variable(instance, "applicationNumber")).isEqualTo(number);
        assertThat(shown(instance, "contactName")).isEqualTo("院長 髙﨑");
        assertThat(task(instance).getDueDate()).isEqualTo(at(LocalDateTime.of(2026, 12, 8, 23, 59, 59)));
        people.reviewer().complete(instance, "reviewQualification", Map.of("decision", "accept"));
        assertThat(mails()).containsExactly("利用申請受付", "利用申請差戻し", "利用申請受付", "利用申請受理");
    }

    @Test
    void endsWhenTheClinicWithdraws() {
        var instance = entered();

        clinic.complete(instance, "confirmQualificationEntry", Map.of("action", "withdraw"));

        assertThat(instance).isEnded().hasPassed("qualificationWithdrawn");
        assertThat(application(instance)).isInstanceOf(Withdrawn.class);
        assertThat(clinic.start(KEY)).as("and may begin anew").isWaitingAt("enterQualification");
    }

    @Test
    void goesBackToTheEntryAndKeepsWhatWasTyped() {
        var instance = entered();

        clinic.complete(instance, "confirmQualificationEntry", Map.of("action", "back"));

        assertThat(instance).isWaitingAt("enterQualification");
        assertThat(shown(instance, "contactName")).isEqualTo("事務部 鈴木花子");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entryExpired", "confirmationExpired"})
    void aDraftEndsAfterThirtyDaysWithAMail(String timer) {
        var instance = timer.equals("entryExpired") ? clinic.start(KEY) : entered();

        assertThat(dueOf(instance, timer)).isEqualTo(at(LocalDateTime.of(2026, 12, 20, 23, 59, 59)));
        execute(job(timer, instance));

        assertThat(instance).isEnded().hasPassed("qualificationAbandoned");
        assertThat(application(instance)).isInstanceOf(Abandoned.class);
        assertThat(mails()).containsExactly("利用申請期限切れ");
    }

    @Test
    void anUnansweredCorrectionEndsThirtyDaysAfterItWasAskedFor() {
        var instance = submitted();
        clock.standAt(LocalDateTime.of(2026, 11, 24, 10, 0));
        people.reviewer().complete(instance, "reviewQualification", Map.of("decision", "return", "reason", "理由"));

        assertThat(dueOf(instance, "entryExpired")).isEqualTo(at(LocalDateTime.of(2026, 12, 24, 23, 59, 59)));
        execute(job("entryExpired", instance));

        assertThat(instance).isEnded().hasPassed("qualificationAbandoned");
        assertThat(mails()).last().isEqualTo("利用申請期限切れ");
    }

    @Test
    void getsNumberDueDateAndMailInOneTransaction() {
        var instance = submitted();

        assertThat(variable(instance, "applicationNumber")).matches("R20261120-\\d{5}");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo(variable(instance, "applicationNumber"));
        assertThat(task(instance).getDueDate()).isEqualTo(at(LocalDateTime.of(2026, 11, 30, 23, 59, 59)));
        assertThat(shown(instance, "due")).isEqualTo("2026年11月30日（月）");
        assertThat(shown(instance, "payment")).isEqualTo("払込請求書による振込み");
        assertThat(shown(instance, "qualification")).isEqualTo("記録なし");
        assertThat(mails()).containsExactly("利用申請受付");
    }

    @Test
    void tellsAClinicThatIsOnFileThatItChangesItsPaymentMethod() {
        clinic = people.clinic();
        var instance = clinic.start(KEY);

        assertThat(shown(instance, "notice")).contains("2026年4月1日（水）に受理されています", "診療報酬からの控除", "支払方法の変更");
        clinic.complete(instance, "enterQualification", ENTRY);
        clinic.complete(instance, "confirmQualificationEntry", SUBMIT);
        people.reviewer().complete(instance, "reviewQualification", Map.of("decision", "accept"));

        assertThat(registry.qualification(clinic.institution()).orElseThrow().paymentMethod())
                .isEqualTo(PaymentMethod.INVOICE);
    }

    @Test
    void startsNoSecondOneWhileOneIsOpen() {
        var instance = submitted();

        assertThatThrownBy(() -> clinic.start(KEY))
                .hasMessageContaining("受付番号 " + variable(instance, "applicationNumber") + " の利用申請を審査しています");

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .variableValueEquals("applicant", clinic.id().value())
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "reject"})
    void wantsAReason(String decision) {
        var instance = submitted();

        assertThatThrownBy(
                        () -> people.reviewer().complete(instance, "reviewQualification", Map.of("decision", decision)))
                .hasMessageContaining("入力してください");

        assertThat(instance).isWaitingAt("reviewQualification");
    }

    @Test
    void marksALateReviewUrgentAndThenHandsItToTheSupervisors() {
        var supervisor = people.staff("supervisor-a", Role.SUPERVISOR);
        var instance = submitted();
        people.reviewer().as(() -> {
            engine.getTaskService().claim(task(instance).getId(), "reviewer-a");
            return null;
        });

        assertThat(dueOf(instance, "reviewReminder")).isEqualTo(at(LocalDateTime.of(2026, 11, 26, 23, 59, 59)));
        execute(job("reviewReminder", instance));
        assertThat(task(instance).getPriority()).isEqualTo(75);
        assertThat(dueOf(instance, "reviewOverdue")).isEqualTo(at(LocalDateTime.of(2026, 11, 30, 23, 59, 59)));
        execute(job("reviewOverdue", instance));

        assertThat(task(instance).getPriority()).isEqualTo(100);
        assertThat(task(instance).getAssignee()).isNull();
        assertThat(instance).hasPassed("reviewUrged", "reviewEscalated");
        assertThat(task(instance).getDueDate()).isEqualTo(at(LocalDateTime.of(2026, 12, 3, 23, 59, 59)));
        assertThat(shown(instance, "due")).isEqualTo("2026年12月3日（木） 延長後");
        assertThat(mails()).containsExactly("利用申請受付", "利用申請審査遅延");
        assertThat(jdbc.sql("select body from mail where recipient = :recipient and kind = 'qualification-overdue'")
                        .param("recipient", clinic.account().mail())
                        .query(String.class)
                        .single())
                .contains("■これまでの審査期限：2026年11月30日（月）", "■新しい審査期限：2026年12月3日（木）");
        supervisor.complete(instance, "reviewQualification", Map.of("decision", "accept"));
        assertThat(instance).isEnded().hasPassed("qualificationAccepted");
    }

    @Test
    void anotherClinicNeitherSeesNorDoesItsTasks() {
        var stranger = people.clinic();
        var instance = entered();
        var task = task(instance).getId();

        assertThat(stranger.tasks())
                .extracting(org.camunda.bpm.engine.task.Task::getId)
                .doesNotContain(task);
        assertThatThrownBy(() -> stranger.as(() -> {
                    engine.getTaskService().complete(task, SUBMIT);
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> clinic.complete(submittedBy(stranger), "reviewQualification", Map.of()))
                .isInstanceOf(AssertionError.class);
        assertThat(instance).isWaitingAt("confirmQualificationEntry");
    }

    @Test
    void ofTwoReviewersOneDecides() {
        var instance = submitted();
        var second = people.staff(Role.REVIEWER);
        var task = second.taskId(instance, "reviewQualification");
        people.reviewer().complete(instance, "reviewQualification", Map.of("decision", "accept"));

        assertThatThrownBy(() -> second.as(() -> {
                    engine.getTaskService().complete(task, Map.of("decision", "reject", "reason", "理由"));
                    return null;
                }))
                .hasMessageContaining("すでに他の担当者が処理した");

        assertThat(registry.qualification(clinic.institution())).isPresent();
        assertThat(mails()).doesNotContain("利用申請却下");
    }

    @Test
    void takesNothingAlongFromTheRequestToStart() {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult();

        assertThatThrownBy(() -> clinic.as(() -> engine.getFormService()
                        .submitStartForm(definition.getId(), Map.of("applicationNumber", "R20200101-00001"))))
                .hasMessage("「applicationNumber」という入力項目はありません。");
        var instance = clinic.as(
                () -> engine.getFormService().submitStartForm(definition.getId(), "R20200101-00001", Map.of()));

        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnlyKeys("applicant", "actor", "institutionCode", "qualificationId", "draftUntil");
    }

    @Test
    void keepsNothingOfTheFormsInTheProcess() {
        var instance = submitted();

        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnlyKeys(
                        "applicant",
                        "actor",
                        "institutionCode",
                        "qualificationId",
                        "draftUntil",
                        "applicationNumber",
                        "reviewDue",
                        "action");
    }

    private ProcessInstance entered() {
        return enteredBy(clinic);
    }

    private ProcessInstance submitted() {
        return submittedBy(clinic);
    }

    private static ProcessInstance enteredBy(Person clinic) {
        var instance = clinic.start(KEY);
        clinic.complete(instance, "enterQualification", ENTRY);
        return instance;
    }

    private static ProcessInstance submittedBy(Person clinic) {
        var instance = enteredBy(clinic);
        clinic.complete(instance, "confirmQualificationEntry", SUBMIT);
        return instance;
    }

    private QualificationApplication application(ProcessInstance instance) {
        var id = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName("qualificationId")
                .singleResult()
                .getValue();
        return desk.application(QualificationId.of(String.valueOf(id)));
    }

    private String variable(ProcessInstance instance, String name) {
        return String.valueOf(engine.getRuntimeService().getVariable(instance.getId(), name));
    }

    private String shown(ProcessInstance instance, String field) {
        return String.valueOf(engine.getTaskService().getVariable(task(instance).getId(), field));
    }

    private Date dueOf(ProcessInstance instance, String timer) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult()
                .getDuedate();
    }

    /** The kinds of mail that the clinic got, in order. */
    private List<String> mails() {
        return jdbc
                .sql("select kind from mail where recipient = :recipient order by mail_id")
                .param("recipient", clinic.account().mail())
                .query(String.class)
                .list()
                .stream()
                .map(kind -> switch (kind) {
                    case "qualification-received" -> "利用申請受付";
                    case "qualification-returned" -> "利用申請差戻し";
                    case "qualification-accepted" -> "利用申請受理";
                    case "qualification-rejected" -> "利用申請却下";
                    case "qualification-overdue" -> "利用申請審査遅延";
                    case "qualification-abandoned" -> "利用申請期限切れ";
                    default -> kind;
                })
                .toList();
    }

    private static Date at(LocalDateTime japaneseTime) {
        return Date.from(japaneseTime.atZone(ZoneId.of("Asia/Tokyo")).toInstant());
    }
}
