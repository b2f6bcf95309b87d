package jp.fudamori.process.deadline;

import static jp.fudamori.process.deadline.DeadlineRecountModel.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.calendar.CalendarDesk;
import jp.fudamori.qualification.QualificationApplication;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a year of its own, in which the deadlines of all other tests have passed. */
@ServerTest
class DeadlineRecountIT {

    private static final Map<String, Object> CLOSED_ON_WEDNESDAY =
            Map.of("day", "2032-06-09", "opening", "closed", "dayName", "臨時休業日");
    private static final Map<String, Object> YES = Map.of("decision", "recount", "reason", "臨時休業日のため、営業日を数え直しました。");
    private static final LocalDate DUE = LocalDate.of(2032, 6, 14);
    private static final LocalDate LATER = LocalDate.of(2032, 6, 15);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications cases;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    QualificationDesk qualifications;

    @Autowired
    CalendarDesk calendar;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onAMonday() {
        AbstractAssertions.init(engine);
        clock.standAt(LocalDateTime.of(2032, 6, 7, 10, 0));
    }

    /** Nothing open is left behind, or the list of the next test would be longer. */
    @AfterEach
    void tidy() {
        calendar.overrides().forEach(override -> calendar.withdraw(override.day(), "operator1"));
        jdbc.sql("update certificate_application set review_due = '2032-01-05', expected_arrival = '2032-01-05',"
                        + " extended_from = null, extension_days = null"
                        + " where application_number like '203206%' and state in ('submitted', 'second-approval')")
                .update();
        jdbc.sql("update qualification_application set review_days = null where state = 'submitted'")
                .update();
    }

    @Test
    void endsWhereNothingMoves() {
        var instance = operator().start(KEY, CLOSED_ON_WEDNESDAY);

        assertThat(instance).isEnded().hasPassed("nothingMoves");
        assertThat(calendar.overrides()).anySatisfy(override -> {
            assertThat(override.day()).isEqualTo("2032-06-09");
            assertThat(override.open()).isFalse();
        });
    }

    @Test
    void endsWithoutAMoveWhereTheOperatorDoesNotAgree() {
        var number = cases.number(cases.submitted(people.clinic()));
        var operator = operator();
        var instance = operator.start(KEY, CLOSED_ON_WEDNESDAY);

        operator.complete(instance, "confirmRecount", Map.of("decision", "keep", "reason", "変更しない。"));

        assertThat(instance).isEnded().hasPassed("notRecounted");
        assertThat(reviewDue(number)).isEqualTo(DUE);
    }

    @Test
    void takesTaskTimersAndMailAlong() {
        var clinic = people.clinic();
        var application = cases.submitted(clinic);
        var number = cases.number(application);
        assertThat(dueOf(application, "reviewOverdue")).isEqualTo(endOf(DUE));
        assertThat(dueOf(application, "reviewReminder")).isEqualTo(endOf(LocalDate.of(2032, 6, 10)));

        var operator = operator();
        var instance = operator.start(KEY, CLOSED_ON_WEDNESDAY);
        assertThat(shown(instance, "count")).isEqualTo("1件");
        assertThat(shown(instance, "moves")).contains(number.value(), "審査期限 2032年6月14日（月） → 2032年6月15日（火）");
        assertThat(shown(instance, "reason")).contains("2032年6月9日（水）", "臨時休業日");
        operator.complete(instance, "confirmRecount", YES);
        execute(job("recountDeadlines", instance));

        assertThat(instance).isEnded().hasPassed("recounted");
        assertThat(reviewDue(number)).isEqualTo(LATER);
        var review = task(application);
        assertThat(review.getDueDate()).isEqualTo(endOf(LATER));
        assertThat(shown(application, "due")).isEqualTo("2032年6月15日（火）");
        assertThat(shown(application, "arrival")).isEqualTo("2032年6月15日（火）");
        assertThat(dueOf(application, "reviewOverdue")).isEqualTo(endOf(LATER));
        assertThat(dueOf(application, "reviewReminder")).isEqualTo(endOf(LocalDate.of(2032, 6, 11)));
        assertThat(mails(clinic, "deadline-moved")).hasSize(1);
    }

    @Test
    void firesAtTheNewMomentAndNotAtTheOldOne() {
        var application = cases.submitted(people.clinic());
        recount();

        clock.standAt(DUE.plusDays(1).atStartOfDay());
        assertThat(isDue(application, "reviewOverdue")).isFalse();
        clock.standAt(LATER.plusDays(1).atStartOfDay());
        assertThat(isDue(application, "reviewOverdue")).isTrue();
        execute(job("reviewOverdue", application));
        execute(job("escalateReview", application));

        assertThat(applications.find(cases.number(application)).orElseThrow())
                .isInstanceOfSatisfying(
                        Submitted.class, late -> assertThat(late.extendedDue()).contains(LocalDate.of(2032, 6, 21)));
    }

    @Test
    void movesTheSecondApprovalToo() {
        var clinic = people.clinic();
        var application = cases.opened(clinic);
        clinic.complete(
                application,
                "enterApplication",
                Map.of(
                        "contactName",
                        IssuedApplications.CONTACT,
                        "terminalNames",
                        IntStream.rangeClosed(1, 11).mapToObj(n -> "端末" + n).collect(Collectors.joining("\n"))));
        clinic.complete(application, "confirmApplication", Map.of("action", "submit"));
        people.reviewer().complete(application, "reviewApplication", Map.of("decision", "approve"));
        assertThat(application).isWaitingAt("approveSecond");

        recount();

        assertThat(dueOf(application, "secondApprovalOverdue")).isEqualTo(endOf(LATER));
        assertThat(task(application).getDueDate()).isEqualTo(endOf(LATER));
        people.staff(Role.SUPERVISOR).complete(application, "approveSecond", Map.of("decision", "approve"));
        assertThat(application).hasPassed("approveSecond").as("the first approval still counts");
    }

    @Test
    void movesAnExtendedDeadline() {
        var application = cases.submitted(people.clinic());
        clock.standAt(DUE.atTime(23, 59, 59));
        execute(job("reviewOverdue", application));
        execute(job("escalateReview", application));
        assertThat(task(application).getDueDate()).isEqualTo(endOf(LocalDate.of(2032, 6, 17)));
        clock.standAt(LATER.atTime(9, 0));

        var operator = operator();
        var instance = operator.start(KEY, Map.of("day", "2032-06-16", "opening", "closed", "dayName", "臨時休業日"));
        operator.complete(instance, "confirmRecount", YES);
        execute(job("recountDeadlines", instance));

        assertThat(task(application).getDueDate()).isEqualTo(endOf(LocalDate.of(2032, 6, 18)));
        assertThat(shown(application, "due")).isEqualTo("2032年6月18日（金） 延長後");
        assertThat(reviewDue(cases.number(application)))
                .as("the missed day stays")
                .isEqualTo(DUE);
    }

    @Test
    void movesAQualificationApplicationWithItsTaskTimersAndMailToo() {
        var clinic = people.clinic();
        var application = qualification(clinic);
        var number = variable(application, "applicationNumber");
        assertThat(dueOf(application, "reviewOverdue")).isEqualTo(endOf(DUE));

        var operator = operator();
        var instance = operator.start(KEY, CLOSED_ON_WEDNESDAY);
        assertThat(shown(instance, "count")).isEqualTo("1件");
        assertThat(shown(instance, "moves"))
                .isEqualTo(number + "（" + clinic.institution() + "）\n　審査期限 2032年6月14日（月） → 2032年6月15日（火）");
        operator.complete(instance, "confirmRecount", YES);
        execute(job("recountDeadlines", instance));

        assertThat(instance).isEnded().hasPassed("recounted");
        assertThat(((QualificationApplication.Submitted) qualifications
                                .find(new QualificationNumber(number))
                                .orElseThrow())
                        .due())
                .isEqualTo(LATER);
        assertThat(task(application).getDueDate()).isEqualTo(endOf(LATER));
        assertThat(shown(application, "due")).isEqualTo("2032年6月15日（火）");
        assertThat(variable(application, "reviewDue")).isEqualTo("2032-06-15T23:59:59+09:00");
        assertThat(dueOf(application, "reviewOverdue")).isEqualTo(endOf(LATER));
        assertThat(dueOf(application, "reviewReminder")).isEqualTo(endOf(LocalDate.of(2032, 6, 11)));
        assertThat(mails(clinic, "qualification-deadline-moved"))
                .singleElement()
                .asString()
                .contains(number, "2032年6月14日（月）", "2032年6月15日（火）", "臨時休業日のため、営業日を数え直しました。");
    }

    @Test
    void movesTheExtendedDeadlineOfAQualificationApplication() {
        var clinic = people.clinic();
        var application = qualification(clinic);
        clock.standAt(DUE.atTime(23, 59, 59));
        execute(job("reviewOverdue", application));
        assertThat(task(application).getDueDate()).isEqualTo(endOf(LocalDate.of(2032, 6, 17)));
        clock.standAt(LATER.atTime(9, 0));

        var operator = operator();
        var instance = operator.start(KEY, Map.of("day", "2032-06-16", "opening", "closed", "dayName", "臨時休業日"));
        operator.complete(instance, "confirmRecount", YES);
        execute(job("recountDeadlines", instance));

        assertThat(task(application).getDueDate()).isEqualTo(endOf(LocalDate.of(2032, 6, 18)));
        assertThat(shown(application, "due")).isEqualTo("2032年6月18日（金） 延長後");
        assertThat(mails(clinic, "qualification-overdue")).hasSize(1);
        assertThat(mails(clinic, "qualification-deadline-moved")).hasSize(1);
    }

    @Test
    void movesBothKindsInOneActOrNeither() {
        var clinic = people.clinic();
        var number = cases.number(cases.submitted(people.clinic()));
        var application = qualification(clinic);
        var operator = operator();
        var instance = operator.start(KEY, CLOSED_ON_WEDNESDAY);
        assertThat(shown(instance, "count")).isEqualTo("2件");
        operator.complete(instance, "confirmRecount", YES);
        people.reviewer().complete(application, "reviewQualification", Map.of("decision", "accept"));

        execute(job("recountDeadlines", instance));

        assertThat(instance).isWaitingAt("confirmRecount").hasPassed("listChanged");
        assertThat(reviewDue(number)).isEqualTo(DUE);
        assertThat(mails(clinic, "qualification-deadline-moved")).isEmpty();
        operator.complete(instance, "confirmRecount", YES);
        execute(job("recountDeadlines", instance));
        assertThat(reviewDue(number)).isEqualTo(LATER);
    }

    @Test
    void showsTheNewListWhereItHasChanged() {
        var decided = cases.submitted(people.clinic());
        var open = cases.number(cases.submitted(people.clinic()));
        var operator = operator();
        var instance = operator.start(KEY, CLOSED_ON_WEDNESDAY);
        operator.complete(instance, "confirmRecount", YES);
        people.reviewer().complete(decided, "reviewApplication", Map.of("decision", "approve"));

        execute(job("recountDeadlines", instance));

        assertThat(instance).isWaitingAt("confirmRecount").hasPassed("listChanged");
        assertThat(shown(instance, "count")).isEqualTo("1件");
        assertThat(reviewDue(open)).isEqualTo(DUE);
        operator.complete(instance, "confirmRecount", YES);
        execute(job("recountDeadlines", instance));
        assertThat(instance).isEnded().hasPassed("recounted");
        assertThat(reviewDue(open)).isEqualTo(LATER);
    }

    @Test
    void refusesADayThatTheCalendarDoesNotKnow() {
        assertThatThrownBy(() ->
                        operator().start(KEY, Map.of("day", "1979-12-31", "opening", "closed", "dayName", "臨時休業日")))
                .hasMessageContaining("1980年から2099年まで");
    }

    @Test
    void onlyOperatorsStartIt() {
        assertThatThrownBy(() -> people.reviewer().start(KEY, CLOSED_ON_WEDNESDAY))
                .isInstanceOf(RuntimeException.class);
        assertThat(calendar.overrides())
                .noneSatisfy(override -> assertThat(override.day()).isEqualTo("2032-06-09"));
    }

    @Test
    void taskListsShowWhatIsDueFirstAtTheTop() {
        var late = cases.submitted(people.clinic());
        clock.standAt(LocalDateTime.of(2032, 6, 1, 10, 0));
        var soon = cases.submitted(people.clinic());
        clock.standAt(LocalDateTime.of(2032, 6, 4, 10, 0));
        var later = cases.submitted(people.clinic());

        var filter =
                engine.getFilterService().createFilterQuery().filterName("審査").singleResult();
        var ours = List.of(late.getId(), soon.getId(), later.getId());
        var order = engine.getFilterService().<Task>list(filter.getId()).stream()
                .map(Task::getProcessInstanceId)
                .filter(ours::contains)
                .toList();

        assertThat(order).containsExactly(soon.getId(), later.getId(), late.getId());
        assertThat(shown(soon, "due")).isEqualTo("2032年6月8日（火）");
    }

    @Test
    void everyTaskWithADueDateShowsItInWords() {
        var notice = cases.printed();

        assertThat(shown(notice, "due")).isEqualTo("2032年6月10日（木）");
    }

    private void recount() {
        var operator = operator();
        var instance = operator.start(KEY, CLOSED_ON_WEDNESDAY);
        operator.complete(instance, "confirmRecount", YES);
        execute(job("recountDeadlines", instance));
        assertThat(instance).isEnded();
    }

    private static ProcessInstance qualification(Person clinic) {
        var instance = clinic.start("qualification-application");
        clinic.complete(instance, "enterQualification", Map.of("paymentMethod", "INVOICE", "contactName", "事務部 鈴木花子"));
        clinic.complete(instance, "confirmQualificationEntry", Map.of("action", "submit"));
        return instance;
    }

    private String variable(ProcessInstance instance, String name) {
        return String.valueOf(engine.getRuntimeService().getVariable(instance.getId(), name));
    }

    private List<String> mails(Person clinic, String kind) {
        return jdbc.sql("select body from mail where recipient = :recipient and kind = :kind")
                .param("recipient", clinic.account().mail())
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private Person operator() {
        return people.staff("operator-clock", Role.OPERATOR);
    }

    private LocalDate reviewDue(ApplicationNumber number) {
        return applications.find(number).orElseThrow().submission().reviewDue();
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

    private boolean isDue(ProcessInstance instance, String timer) {
        return engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timer)
                        .executable()
                        .count()
                == 1;
    }

    private static Date endOf(LocalDate day) {
        return Date.from(BusinessPeriod.endOf(day).toInstant());
    }
}
