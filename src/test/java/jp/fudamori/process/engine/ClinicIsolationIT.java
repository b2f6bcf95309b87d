package jp.fudamori.process.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One clinic has written an application and submitted an earlier one; another clinic, with the same rights, finds
 * nothing of them by any id it might have guessed.
 */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class ClinicIsolationIT {

    private static final String NOTE = "髙﨑先生に確認";

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
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private Person owner;
    private Person stranger;
    private String task;
    private String number;

    /** Ids by the name that paths call them. */
    private Map<String, String> ids;

    @BeforeAll
    void oneClinicApplies() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        owner = people.clinic();
        stranger = people.clinic();
        var instance = applications.entered(owner).getId();
        var submitted = applications.submitted(owner).getId();
        task = taskOf(instance);
        number = String.valueOf(engine.getRuntimeService().getVariable(submitted, "applicationNumber"));
        ids = Map.ofEntries(
                Map.entry("{number}", number),
                Map.entry("{task}", task),
                Map.entry("{review}", taskOf(submitted)),
                Map.entry("{instance}", instance),
                Map.entry("{submitted}", submitted),
                Map.entry("{variable}", variableOf(instance, "terminalNames")),
                Map.entry("{detail}", detailOf(instance)),
                Map.entry("{activity}", activityOf(instance)),
                Map.entry("{job}", jobOf(submitted)),
                Map.entry("{incident}", incidentOf(submitted)),
                Map.entry("{comment}", commentOn(task, instance)),
                Map.entry("{attachment}", attachmentOf(task, instance)));
    }

    private String taskOf(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String variableOf(String instance, String name) {
        return engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName(name)
                .singleResult()
                .getId();
    }

    private String detailOf(String instance) {
        return engine.getHistoryService()
                .createHistoricDetailQuery()
                .processInstanceId(instance)
                .list()
                .get(0)
                .getId();
    }

    private String activityOf(String instance) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .list()
                .get(0)
                .getId();
    }

    private String jobOf(String instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .list()
                .get(0)
                .getId();
    }

    private String incidentOf(String instance) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("reviewOverdue")
                .singleResult();
        engine.getManagementService().setJobRetries(job.getId(), 0);
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String commentOn(String task, String instance) {
        return engine.getTaskService().createComment(task, instance, NOTE).getId();
    }

    private String attachmentOf(String task, String instance) {
        return engine.getTaskService()
                .createAttachment("text", task, instance, NOTE, NOTE, "https://example.org/")
                .getId();
    }

    private String withIds(String text) {
        for (var id : ids.entrySet()) {
            text = text.replace(id.getKey(), id.getValue());
        }
        return text;
    }

    /** What tells something about the owner or about what the owner wrote. */
    private String[] traces() {
        return new String[] {
            IssuedApplications.CONTACT,
            IssuedApplications.TERMINAL,
            NOTE,
            owner.id().value(),
            owner.institution().value(),
            owner.account().name(),
        };
    }

    @Test
    void theApplicantSeesAndDoesTheirTask() {
        var applicant = people.clinic();
        var client = applicant.basic(port);
        var own = applicant.taskId(applications.entered(applicant), "confirmApplication");

        assertThat(client.get("/engine-rest/task/" + own).statusCode()).isEqualTo(200);
        assertThat(client.get("/engine-rest/task/%s/form-variables".formatted(own))
                        .body())
                .contains(IssuedApplications.TERMINAL);
        assertThat(client.get("/engine-rest/task/%s/deployed-form".formatted(own))
                        .body())
                .contains("端末名称");
        assertThat(client.get("/engine-rest/task/count?assignee=" + applicant.id())
                        .body())
                .isEqualTo("{\"count\":1}");
        assertThat(client.post(
                                "/engine-rest/task/%s/submit-form".formatted(own),
                                "{\"variables\": {\"action\": {\"value\": \"submit\"}}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.get("/api/applications").body()).contains("\"state\":\"SUBMITTED\"");
    }

    @ParameterizedTest
    @MethodSource("readings")
    void anotherClinicReadsNothingById(String path) {
        var answer = stranger.basic(port).get(withIds(path));

        assertThat(answer.body()).doesNotContain(traces()).doesNotContain("端末名称");
        assertThat(answer.statusCode()).isIn(200, 400, 403, 404);
        assertThat(answer.statusCode() == 200 ? answer.body() : "[]").isIn("[]", "{}");
    }

    static Stream<String> readings() {
        return Stream.concat(
                Stream.of("/api/applications/{number}", "/api/letters/{number}"),
                Stream.of(
                                "task/{task}",
                                "task/{task}/form",
                                "task/{task}/rendered-form",
                                "task/{task}/deployed-form",
                                "task/{task}/form-variables",
                                "task/{task}/variables",
                                "task/{task}/variables/terminalNames",
                                "task/{task}/variables/terminalNames/data",
                                "task/{task}/localVariables",
                                "task/{task}/localVariables/terminalNames",
                                "task/{task}/identity-links",
                                "task/{task}/comment",
                                "task/{task}/comment/{comment}",
                                "task/{task}/attachment",
                                "task/{task}/attachment/{attachment}",
                                "task/{task}/attachment/{attachment}/data",
                                "task/{review}",
                                "task/{review}/form-variables",
                                "task/{review}/deployed-form",
                                "process-instance/{instance}",
                                "process-instance/{instance}/variables",
                                "process-instance/{instance}/variables/applicant",
                                "process-instance/{instance}/activity-instances",
                                "process-instance/{instance}/comment",
                                "process-instance/{submitted}",
                                "execution/{instance}",
                                "execution/{instance}/localVariables",
                                "execution/{instance}/localVariables/applicant",
                                "variable-instance/{variable}",
                                "variable-instance/{variable}/data",
                                "job/{job}",
                                "job/{job}/stacktrace",
                                "incident/{incident}",
                                "history/process-instance/{instance}",
                                "history/process-instance/{submitted}",
                                "history/activity-instance/{activity}",
                                "history/variable-instance/{variable}",
                                "history/variable-instance/{variable}/data",
                                "history/detail/{detail}",
                                "history/detail/{detail}/data")
                        .map(path -> "/engine-rest/" + path));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void anotherClinicFindsNothingBySearching(String path) {
        var found = stranger.basic(port).get("/engine-rest/" + path);

        assertThat(found.body())
                .doesNotContain(traces())
                .doesNotContain(number, task, ids.get("{instance}"), ids.get("{submitted}"));
        assertThat(found.statusCode()).isIn(200, 403);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void anotherClinicCountsNothing(String path) {
        var condition = path.equals("variable-instance") ? "processInstanceIdIn" : "processInstanceId";
        var count = withIds("/engine-rest/%s/count?%s={submitted}".formatted(path, condition));

        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isPositive();
        assertThat(stranger.basic(port).get(count).body()).containsAnyOf("{\"count\":0}", "AuthorizationException");
    }

    static Stream<String> searches() {
        return Stream.of(
                "task",
                "process-instance",
                "execution",
                "variable-instance",
                "incident",
                "job",
                "external-task",
                "event-subscription",
                "history/process-instance",
                "history/activity-instance",
                "history/task",
                "history/variable-instance",
                "history/detail",
                "history/incident",
                "history/user-operation",
                "history/job-log");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "history/identity-link-log",
                "history/decision-instance",
                "history/external-task-log",
                "history/batch",
                "authorization",
                "batch",
            })
    void anotherClinicFindsNothingBesides(String path) {
        var found = stranger.basic(port).get("/engine-rest/" + path);

        assertThat(found.body())
                .doesNotContain(traces())
                .doesNotContain(number, task, ids.get("{instance}"), ids.get("{submitted}"));
        assertThat(found.statusCode()).isIn(200, 403);
    }

    @Test
    void eachClinicListsItsOwnApplicationsOnly() {
        assertThat(owner.basic(port).get("/api/applications").body()).contains(number);
        assertThat(stranger.basic(port).get("/api/applications").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | task/{task}/claim          | {'userId': '{stranger}'}",
                "POST   | task/{task}/unclaim        | {}",
                "POST   | task/{task}/assignee       | {'userId': '{stranger}'}",
                "POST   | task/{task}/delegate       | {'userId': '{stranger}'}",
                "POST   | task/{task}/resolve        | {'variables': {'action': {'value': 'submit'}}}",
                "POST   | task/{task}/complete       | {'variables': {'action': {'value': 'submit'}}}",
                "POST   | task/{task}/submit-form    | {'variables': {'action': {'value': 'submit'}}}",
                "POST   | task/{review}/complete     | {'variables': {'decision': {'value': 'approve'}}}",
                "POST   | task/{review}/submit-form  | {'variables': {'decision': {'value': 'approve'}}}",
                "POST   | task/{review}/claim        | {'userId': '{stranger}'}",
                "POST   | task/{task}/bpmnError      | {'errorCode': 'x'}",
                "POST   | task/{task}/bpmnEscalation | {'escalationCode': 'x'}",
                "POST   | task/{task}/comment/create | {'message': 'x'}",
                "PUT    | task/{task}/comment        | {'id': '{comment}', 'message': 'x'}",
                "DELETE | task/{task}/comment/{comment} |",
                "DELETE | task/{task}/attachment/{attachment} |",
                "POST   | task/{task}/identity-links | {'userId': '{stranger}', 'type': 'candidate'}",
                "POST   | task/{task}/variables      | {'modifications': {'action': {'value': 'submit'}}}",
                "PUT    | task/{task}/variables/x    | {'value': 'x'}",
                "PUT    | task/{task}/localVariables/terminalNames | {'value': 'x'}",
                "DELETE | task/{task}/localVariables/terminalNames |",
                "PUT    | task/{task}                | {'name': 'x'}",
                "POST   | process-instance/{instance}/variables | {'modifications': {'applicant': {'value': 'x'}}}",
                "PUT    | process-instance/{instance}/variables/applicant | {'value': 'x'}",
                "PUT    | process-instance/{instance}/suspended | {'suspended': true}",
                "DELETE | process-instance/{instance} |",
                "DELETE | process-instance/{instance}/comment/{comment} |",
                "POST   | process-instance/{submitted}/modification | {'instructions': [{'type': 'startBeforeActivity', 'activityId': 'signCertificate'}]}",
                "POST   | execution/{instance}/signal | {}",
                "POST   | message                    | {'messageName': 'x', 'processInstanceId': '{instance}'}",
                "PUT    | job/{job}/retries          | {'retries': 0}",
                "PUT    | job/{job}/duedate          | {'duedate': null}",
                "POST   | job/{job}/execute          | {}",
                "DELETE | incident/{incident}        |",
                "PUT    | incident/{incident}/annotation | {'annotation': 'x'}",
                "DELETE | history/process-instance/{submitted} |",
            })
    void anotherClinicCannotTouchIt(String method, String path, String json) {
        var body = withIds(json == null ? "" : json.replace('\'', '"'))
                .replace("{stranger}", stranger.id().value());
        var before = DatabaseContents.of(jdbc);

        var answer = stranger.basic(port).call(method, "/engine-rest/" + withIds(path), body);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain(NOTE, IssuedApplications.CONTACT);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void nobodyDeletesATaskOfAProcess() {
        assertThat(stranger.basic(port)
                        .call("DELETE", "/engine-rest/task/" + task, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isOne();
    }

    @Test
    void aClinicFindsOnlyItselfAmongUsersAndGroups() {
        var client = stranger.basic(port);
        var itself = stranger.id().value();

        assertThat(client.get("/engine-rest/user").body())
                .contains(itself)
                .doesNotContain(owner.id().value(), "admin");
        assertThat(client.get("/engine-rest/user/count").body()).isEqualTo("{\"count\":1}");
        assertThat(client.get("/engine-rest/user?memberOfGroup=clinic").body())
                .doesNotContain(owner.id().value());
        assertThat(client.get("/engine-rest/user/%s/profile".formatted(owner.id()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get("/engine-rest/identity/groups?userId=" + itself).body())
                .contains("\"clinic\"", "医療機関")
                .doesNotContain(owner.id().value());
        assertThat(client.get("/engine-rest/identity/groups?userId=" + owner.id())
                        .body())
                .doesNotContain("clinic\"", owner.account().name());
        assertThat(client.get("/engine-rest/group").body())
                .contains("clinic")
                .doesNotContain("reviewer", "camunda-admin");
    }

    @Test
    void aClinicStartsNothingButApplications() {
        var before = DatabaseContents.of(jdbc);

        assertThat(Stream.of("notice-delivery", "mail-delivery"))
                .allSatisfy(process -> assertThat(stranger.basic(port)
                                .post("/engine-rest/process-definition/key/%s/start".formatted(process), "{}")
                                .statusCode())
                        .isIn(403, 404));
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void staffFindStaffAndAdministratorsFindEverybody() {
        var reviewer = people.staff(Role.REVIEWER);

        assertThat(reviewer.basic(port).get("/engine-rest/user").body())
                .contains(reviewer.id().value(), "admin")
                .doesNotContain(owner.id().value());
        assertThat(administrator()
                        .get("/engine-rest/user?memberOfGroup=clinic&sortBy=userId&sortOrder=desc")
                        .body())
                .contains(owner.id().value(), stranger.id().value())
                .doesNotContain(reviewer.id().value());
        assertThat(administrator()
                        .get("/engine-rest/user?firstNameLike=%25"
                                + URLEncoder.encode(owner.account().name().substring(2), UTF_8)
                                + "&memberOfGroup=clinic")
                        .statusCode())
                .isEqualTo(200);
        assertThat(administrator()
                        .get("/engine-rest/user?id=%s".formatted(owner.id()))
                        .body())
                .contains(owner.account().name(), owner.account().mail());
    }

    @Test
    void nobodyWritesUsersThroughTheEngine() {
        var user = """
                {"profile": {"id": "evil", "firstName": "e", "lastName": "e", "email": "e@example.org"},
                 "credentials": {"password": "Evil-password-2026"}}
                """;

        assertThat(administrator().post("/engine-rest/user/create", user).statusCode())
                .isEqualTo(403);
        assertThat(identity.isReadOnly()).isTrue();
        assertThat(identity.createUserQuery().userId("evil").count()).isZero();
        assertThat(identity.checkPassword(owner.id().value(), Participants.PASSWORD))
                .as("the portal is the only log-in")
                .isFalse();
    }

    private Client administrator() {
        return Client.basic(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD);
    }
}
