package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.KEY;
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
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.fee.FeeDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class CertificateApplicationIT {

    private static final Map<String, Object> ENTRY =
            Map.of("contactName", "事務部 鈴木花子", "terminalNames", "オンライン資格確認パソコン");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    FeeDesk fees;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void endsWithoutFeeWhenTheClinicDoesNotConsent() {
        var clinic = people.clinic();
        var instance = clinic.start(KEY);
        clinic.complete(instance, "confirmQualification", Map.of("claimed", false));

        assertThat(shown(instance, "consentText")).contains("1,500円");
        clinic.complete(instance, "consentToFee", Map.of("consent", false));

        assertThat(instance).isEnded().hasPassed("consentRefused");
        assertThat(draftsOf(clinic)).isZero();
        assertThat(jdbc.sql("select count(*) from fee_consent where consented_by = :id")
                        .param("id", clinic.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void fillsTheFormWithWhatTheRegistryKnows() {
        var clinic = people.clinic();
        var instance = atEntry(clinic);

        assertThat(shown(instance, "classification")).isEqualTo("2 保険医療機関（歯科）");
        assertThat(shown(instance, "prefecture")).isEqualTo("27 大阪府 osaka");
        assertThat(shown(instance, "pointTable")).isEqualTo("3 医療機関（歯科）");
        assertThat(shown(instance, "institutionCode"))
                .isEqualTo(clinic.institution().value());
        assertThat(shown(instance, "institutionName")).startsWith("髙﨑歯科クリニック");
        assertThat(shown(instance, "mail")).isEqualTo(clinic.account().mail());
    }

    @Test
    void goesBackToTheEntryAndKeepsWhatWasTyped() {
        var clinic = people.clinic();
        var instance = atEntry(clinic);
        clinic.complete(instance, "enterApplication", ENTRY);

        clinic.complete(instance, "confirmApplication", Map.of("action", "back"));

        assertThat(instance).isWaitingAt("enterApplication");
        assertThat(shown(instance, "contactName")).isEqualTo("事務部 鈴木花子");
        clinic.complete(instance, "enterApplication", Map.of("contactName", "院長 髙﨑", "terminalNames", "受付PC"));
        assertThat(instance).variables().as("the answer is not chosen already").doesNotContainKey("action");
        clinic.complete(instance, "confirmApplication", Map.of("action", "submit"));
        assertThat(applications
                        .find(number(instance))
                        .orElseThrow()
                        .particulars()
                        .contactName())
                .isEqualTo("院長 髙﨑");
    }

    @Test
    void getsNumberConsentDatesAndMailInOneTransaction() {
        var clinic = people.clinic();
        var instance = submit(clinic);
        var number = number(instance);

        var submission = applications.find(number).orElseThrow().submission();
        assertThat(submission.reviewDue())
                .as("Labour Thanksgiving Day is not counted")
                .isEqualTo("2026-11-30");
        assertThat(submission.expectedArrival()).isEqualTo("2026-11-30");
        assertThat(businessKey(instance)).isEqualTo(number.value());
        assertThat(jdbc.sql("select text_version, amount_yen, consented_by from fee_consent where reference = :number")
                        .param("number", number.value())
                        .query()
                        .singleRow())
                .containsValues("2026-11-01", 1500, clinic.id().value());
        assertThat(mailsTo(clinic)).containsExactly("電子証明書 申請情報受付通知");
        assertThat(task(instance).getDueDate()).isEqualTo(at(LocalDateTime.of(2026, 11, 30, 23, 59, 59)));
        assertThat(draftsOf(clinic)).isZero();
    }

    @Test
    void leavesNothingBehindWhenSubmissionFails() {
        var clinic = people.clinic();
        var instance = atEntry(clinic);
        clinic.complete(instance, "enterApplication", ENTRY);
        var before = count("certificate_application");
        // the last thing that happens on submission fails
        jdbc.sql("alter table mail add constraint no_mail_today check (kind <> 'acceptance') not valid")
                .update();
        try {
            assertThatThrownBy(() -> clinic.complete(instance, "confirmApplication", Map.of("action", "submit")))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.sql("alter table mail drop constraint no_mail_today").update();
        }

        assertThat(count("certificate_application")).isEqualTo(before);
        assertThat(draftsOf(clinic)).isOne();
        assertThat(instance).isWaitingAt("confirmApplication");
    }

    @Test
    void theHistoryKeepsNothingThatAFormOnlyShows() {
        var instance = submit(people.clinic());

        assertThat(shown(instance, "phone")).isEqualTo("06-1234-5678");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .contains("applicant", "applicationNumber", "reviewDue")
                .doesNotContain("phone", "address", "mail", "institutionName");
        assertThat(engine.getHistoryService()
                        .createHistoricDetailQuery()
                        .processInstanceId(instance.getId())
                        .taskId(task(instance).getId())
                        .count())
                .isZero();
    }

    @Test
    void endsWithAMailWhenTheReviewerRejects() {
        var clinic = people.clinic();
        var instance = submit(clinic);

        people.reviewer()
                .complete(instance, "reviewApplication", Map.of("decision", "reject", "reason", "申請者が特定できません。"));

        assertThat(instance).isEnded().hasPassed("applicationRejected");
        assertThat(applications.find(number(instance)).orElseThrow()).isInstanceOf(Rejected.class);
        assertThat(fees.fee(new LineNumber(number(instance), 1).toString())).isEmpty();
        assertThat(mailsTo(clinic)).contains("電子証明書発行申請 審査結果のお知らせ");
    }

    @Test
    void wantsAReasonForARejection() {
        var instance = submit(people.clinic());

        assertThatThrownBy(
                        () -> people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "reject")))
                .hasMessageContaining("理由を入力してください");

        assertThat(instance).isWaitingAt("reviewApplication");
    }

    @Test
    void issuesOneCertificateAndPostsOneFee() {
        var clinic = people.clinic();
        var instance = submit(clinic);

        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        assertThat(applications.find(number(instance)).orElseThrow()).isInstanceOf(Approved.class);
        assertThat(fees.fee(new LineNumber(number(instance), 1).toString()))
                .as("no fee before the issue")
                .isEmpty();
        execute(job("vetCertificate", instance));
        execute(job("signCertificate", instance));

        assertThat(instance).isWaitingAt("deliverNotice").hasPassed("postFee");
        assertThat(certificates.of(new LineNumber(number(instance), 1))).isPresent();
        assertThat(fees.fee(new LineNumber(number(instance), 1).toString())
                        .orElseThrow()
                        .amountYen())
                .isEqualTo(1500);
    }

    @Test
    void remindsTheReviewersAfterThreeBusinessDays() {
        people.reviewer();
        var instance = submit(people.clinic());

        assertThat(dueOf(instance, "reviewReminder")).isEqualTo(at(LocalDateTime.of(2026, 11, 26, 23, 59, 59)));
        execute(job("reviewReminder", instance));
        execute(job("remindReviewers", instance));

        assertThat(task(instance).getPriority()).isGreaterThan(50);
        assertThat(mailsTo(people.reviewer())).isNotEmpty();
        assertThat(instance).isWaitingAt("reviewApplication").hasPassed("reviewersReminded");
    }

    @Test
    void handsTheReviewToTheSupervisorsAfterFiveBusinessDays() {
        var supervisor = people.staff("supervisor-a", Role.SUPERVISOR);
        var clinic = people.clinic();
        var instance = submit(clinic);
        people.reviewer().as(() -> {
            engine.getTaskService().claim(task(instance).getId(), "reviewer-a");
            return null;
        });

        assertThat(dueOf(instance, "reviewOverdue")).isEqualTo(at(LocalDateTime.of(2026, 11, 30, 23, 59, 59)));
        clock.standAt(LocalDateTime.of(2026, 11, 30, 23, 59, 59));
        execute(job("reviewOverdue", instance));
        execute(job("escalateReview", instance));

        assertThat(instance).hasPassed("reviewEscalated").isWaitingAt("reviewApplication");
        assertThat(applications.find(number(instance)).orElseThrow())
                .as("three business days from then")
                .isInstanceOfSatisfying(
                        Submitted.class, late -> assertThat(late.extendedDue()).contains(LocalDate.of(2026, 12, 3)));
        assertThat(shown(instance, "due")).isEqualTo("2026年12月3日（木） 延長後");
        assertThat(mailsTo(clinic)).hasSize(2);
        supervisor.complete(instance, "reviewApplication", Map.of("decision", "approve"));
        assertThat(applications.find(number(instance)).orElseThrow()).isInstanceOf(Approved.class);
    }

    @Test
    void neverPromisesAnEarlierDayInPlaceOfTheFirst() {
        var instance = submit(people.clinic());

        execute(job("reviewOverdue", instance));
        execute(job("escalateReview", instance));

        assertThat(applications.find(number(instance)).orElseThrow())
                .as("fired by hand on the first day")
                .isInstanceOfSatisfying(
                        Submitted.class, late -> assertThat(late.extendedDue()).contains(LocalDate.of(2026, 12, 3)));
    }

    @Test
    void tellsOfNoDelayWhenTheDecisionCameBeforeTheEscalationRan() {
        var clinic = people.clinic();
        var instance = submit(clinic);
        execute(job("reviewOverdue", instance));
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));

        execute(job("escalateReview", instance));

        assertThat(instance).hasPassed("reviewEscalated");
        assertThat(mailsTo(clinic)).as("no more than the acceptance").hasSize(1);
    }

    @Test
    void takesNothingAlongFromTheRequestToStart() {
        var clinic = people.clinic();
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult();

        var instance = clinic.as(
                () -> engine.getFormService().submitStartForm(definition.getId(), "20200101-00001", Map.of()));

        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnlyKeys("applicant", "actor", "institutionCode", "draftId", "draftUntil");
        assertThat(businessKey(instance)).isNotEqualTo("20200101-00001");
        assertThatThrownBy(() -> clinic.as(() -> engine.getFormService()
                        .submitStartForm(definition.getId(), Map.of("applicationNumber", "20200101-00001"))))
                .hasMessage("「applicationNumber」という入力項目はありません。");
    }

    private ProcessInstance atEntry(Person clinic) {
        var instance = clinic.start(KEY);
        clinic.complete(instance, "confirmQualification", Map.of("claimed", false));
        clinic.complete(instance, "consentToFee", Map.of("consent", true));
        return instance;
    }

    private ProcessInstance submit(Person clinic) {
        var instance = atEntry(clinic);
        clinic.complete(instance, "enterApplication", ENTRY);
        clinic.complete(instance, "confirmApplication", Map.of("action", "submit"));
        return instance;
    }

    private String shown(ProcessInstance instance, String field) {
        return String.valueOf(engine.getTaskService().getVariable(task(instance).getId(), field));
    }

    private ApplicationNumber number(ProcessInstance instance) {
        return new ApplicationNumber(engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName("applicationNumber")
                .list()
                .get(0)
                .getValue()
                .toString());
    }

    private String businessKey(ProcessInstance instance) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private Date dueOf(ProcessInstance instance, String timer) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult()
                .getDuedate();
    }

    private List<String> mailsTo(Person person) {
        return jdbc.sql("select subject from mail where recipient = :recipient order by queued_at")
                .param("recipient", person.account().mail())
                .query(String.class)
                .list();
    }

    private int draftsOf(Person clinic) {
        return jdbc.sql("select count(*) from application_draft where applicant = :id")
                .param("id", clinic.id().value())
                .query(Integer.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static Date at(LocalDateTime japaneseTime) {
        return Date.from(japaneseTime.atZone(ZoneId.of("Asia/Tokyo")).toInstant());
    }
}
