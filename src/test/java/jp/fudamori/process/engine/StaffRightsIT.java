package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the office sees of processes and may do with them, beyond its own tasks. */
@ServerTest
class StaffRightsIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    /** Else the page of the step answers 500, and with it the home page that lists it. */
    @Test
    void whoGetsAStepMayReadTheNameOfItsProcess() {
        var unreadable = new TreeSet<String>();
        engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(process -> {
                    var model = engine.getRepositoryService().getBpmnModelInstance(process.getId());
                    model.getModelElementsByType(UserTask.class).stream()
                            .flatMap(StaffRightsIT::groups)
                            .filter(group -> !engine.getAuthorizationService()
                                    .isUserAuthorized(
                                            null, List.of(group), READ, Resources.PROCESS_DEFINITION, process.getKey()))
                            .forEach(group -> unreadable.add(group + " " + process.getKey()));
                });

        assertThat(unreadable).isEmpty();
    }

    /** Steps of clinics come to the call centre too, during a call. */
    private static Stream<String> groups(UserTask task) {
        return "${actor}".equals(task.getCamundaAssignee())
                ? Stream.of(Role.CLINIC, Role.CALL_CENTRE).map(Role::group)
                : task.getCamundaCandidateGroupsList().stream();
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEWER", "SUPERVISOR", "DISPATCH", "CALL_CENTRE", "ANALYST"})
    void staffSeeWhereAnApplicationStandsButNotWhatIsWrittenInIt(Role role) {
        var somebody = people.staff(role).basic(port);
        var entered = applications.entered(people.clinic()).getId();
        var printed = applications.printed();

        assertThat(somebody.get("/engine-rest/process-instance/" + printed.getId())
                        .body())
                .contains("\"businessKey\":\"" + businessKey(printed) + "\"");
        assertThat(somebody.get("/engine-rest/process-instance?businessKey=" + businessKey(printed))
                        .body())
                .contains(printed.getId());
        assertThat(somebody.get("/engine-rest/process-instance/%s/activity-instances".formatted(printed.getId()))
                        .body())
                .contains("postLetter");
        assertThat(somebody.get("/engine-rest/process-instance/%s/variables".formatted(entered))
                        .statusCode())
                .isEqualTo(403);
        assertThat(somebody.get("/engine-rest/variable-instance?processInstanceIdIn=" + entered)
                        .body())
                .isEqualTo("[]");
        assertThat(somebody.get("/engine-rest/history/variable-instance?processInstanceId=" + entered)
                        .body())
                .isEqualTo("[]");
        assertThat(somebody.get("/engine-rest/task?processInstanceId=" + entered)
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void aReviewerReadsTheFormOfTheirTask() {
        var reviewer = people.staff(Role.REVIEWER);
        var task = reviewer.taskId(applications.submitted(people.clinic()), "reviewApplication");

        assertThat(reviewer.basic(port)
                        .get("/engine-rest/task/%s/form-variables".formatted(task))
                        .body())
                .contains(IssuedApplications.CONTACT);
    }

    @Test
    void anOperatorReadsEverythingThatHelpsToFindAFault() {
        var operator = people.staff(Role.OPERATOR).basic(port);
        var instance = applications.submitted(people.clinic()).getId();

        assertThat(operator.get("/engine-rest/process-instance/%s/variables".formatted(instance))
                        .body())
                .contains("applicationNumber");
        assertThat(operator.get("/engine-rest/history/variable-instance?processInstanceId=" + instance)
                        .body())
                .contains("applicationNumber");
    }

    @Test
    void anOperatorRetriesAFailedJob() {
        var job = failedJob();

        var answer = people.staff(Role.OPERATOR)
                .basic(port)
                .call("PUT", "/engine-rest/job/%s/retries".formatted(job.getId()), "{\"retries\": 1}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(incidents(job)).isZero();
        management.executeJob(job.getId());
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .activityId("signCertificate")
                        .count())
                .isOne();
    }

    @Test
    void anOperatorStopsAProcessAndLetsItGoOn() {
        var operator = people.staff(Role.OPERATOR).basic(port);
        var instance = applications.submitted(people.clinic()).getId();
        var path = "/engine-rest/process-instance/%s/suspended".formatted(instance);

        assertThat(operator.call("PUT", path, "{\"suspended\": true}").statusCode())
                .isEqualTo(204);
        assertThat(isSuspended(instance)).isTrue();
        assertThat(operator.call("PUT", path, "{\"suspended\": false}").statusCode())
                .isEqualTo(204);
        assertThat(isSuspended(instance)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | job/{job}/execute              | {}",
                "PUT    | job/{job}/duedate              | {'duedate': '2030-01-01T00:00:00.000+0900'}",
                "POST   | job/{timer}/duedate/recalculate | {}",
                "DELETE | job/{job}                      |",
                "PUT    | incident/{incident}/annotation | {'annotation': 'x'}",
                "DELETE | process-instance/{instance}    |",
                "POST   | process-definition/key/certificate-application/start | {}",
            })
    void anOperatorDoesNothingThatChangesTheCourseOfACase(String method, String path, String json) {
        var job = failedJob();
        var incident = engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getId();
        var timer = management
                .createJobQuery()
                .processInstanceId(applications.submitted(people.clinic()).getId())
                .activityId("reviewOverdue")
                .singleResult()
                .getId();
        var operator = people.staff(Role.OPERATOR).basic(port);
        var before = DatabaseContents.of(jdbc);

        var answer = operator.call(
                method,
                "/engine-rest/"
                        + path.replace("{job}", job.getId())
                                .replace("{timer}", timer)
                                .replace("{incident}", incident)
                                .replace("{instance}", job.getProcessInstanceId()),
                json == null ? "" : json.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void anOperatorDecidesNothing() {
        var operator = people.staff(Role.OPERATOR);
        var instance = applications.submitted(people.clinic());
        var task = operator.taskId(instance, "reviewApplication");
        var before = DatabaseContents.of(jdbc);

        assertThat(operator.basic(port)
                        .post(
                                "/engine-rest/task/%s/complete".formatted(task),
                                "{\"variables\": {\"decision\": {\"value\": \"approve\"}}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.basic(port)
                        .post(
                                "/engine-rest/task/%s/claim".formatted(task),
                                "{\"userId\": \"%s\"}".formatted(operator.id()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    /** The first step of the certificate authority, out of retries. */
    private Job failedJob() {
        var instance = applications.submitted(people.clinic());
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("vetCertificate")
                .singleResult();
        management.setJobRetries(job.getId(), 0);
        assertThat(incidents(job)).isOne();
        return job;
    }

    private long incidents(Job job) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(job.getProcessInstanceId())
                .count();
    }

    private boolean isSuspended(String instance) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .isSuspended();
    }

    private String businessKey(ProcessInstance instance) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }
}
