package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.People;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Account;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One clinic has a task; another clinic, with the same rights, finds nothing of it by any id it might have guessed. */
@ServerTest
class ClinicIsolationIT {

    private static final String MODEL = "certificate-application-in-isolation";
    private static final String SECRET = "受付の端末";
    private static final String FORM = """
            {"id": "isolated-form", "type": "default", "schemaVersion": 16,
             "components": [{"key": "terminalName", "label": "端末名称", "type": "textfield", "id": "Field_1"}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    private Account owner;
    private Account stranger;
    private String deployment;
    private String instance;
    private String task;
    private String variable;
    private String attachment;
    private String comment;

    @BeforeEach
    void oneClinicApplies() {
        owner = people.clinic();
        stranger = people.clinic();
        deploy();
        instance = runtime.startProcessInstanceByKey(
                        MODEL, Map.of("applicant", owner.id().value(), "terminalName", SECRET))
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        variable = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName("terminalName")
                .singleResult()
                .getId();
        attachment = tasks.createAttachment("text", task, instance, SECRET, SECRET, "https://example.org/")
                .getId();
        comment = tasks.createComment(task, instance, SECRET).getId();
    }

    private void deploy() {
        var model = Bpmn.createExecutableProcess(MODEL)
                .startEvent()
                .userTask("enterApplication")
                .camundaAssignee("${applicant}")
                .camundaFormRef("isolated-form")
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("isolated.bpmn", model)
                .addString("isolated.form", FORM)
                .deploy()
                .getId();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void theApplicantSeesAndDoesTheirTask() {
        var client = basic(owner);

        assertThat(client.get("/engine-rest/task/" + task).statusCode()).isEqualTo(200);
        assertThat(client.get("/engine-rest/task/%s/form-variables".formatted(task))
                        .body())
                .contains(SECRET);
        assertThat(client.get("/engine-rest/task/%s/deployed-form".formatted(task))
                        .body())
                .contains("端末名称");
        assertThat(client.get("/engine-rest/task/count?assignee=" + owner.id()).body())
                .isEqualTo("{\"count\":1}");
        assertThat(client.post("/engine-rest/task/%s/submit-form".formatted(task), "{}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void anotherClinicReadsNothingById() {
        assertThat(readings()).allSatisfy(path -> {
            var answer = basic(stranger).get(path);
            assertThat(answer.body()).as(path).doesNotContain(SECRET, owner.id().value(), owner.name(), "端末名称");
            assertThat(answer.statusCode() == 200 ? answer.body() : "[]")
                    .as(path)
                    .isIn("[]", "{}");
            assertThat(answer.statusCode()).as(path).isIn(200, 400, 403, 404);
        });
    }

    private Stream<String> readings() {
        return Stream.of(
                        "task/{task}",
                        "task/{task}/form",
                        "task/{task}/rendered-form",
                        "task/{task}/deployed-form",
                        "task/{task}/form-variables",
                        "task/{task}/variables",
                        "task/{task}/variables/terminalName",
                        "task/{task}/localVariables",
                        "task/{task}/identity-links",
                        "task/{task}/comment",
                        "task/{task}/comment/{comment}",
                        "task/{task}/attachment",
                        "task/{task}/attachment/{attachment}",
                        "task/{task}/attachment/{attachment}/data",
                        "process-instance/{instance}",
                        "process-instance/{instance}/variables",
                        "process-instance/{instance}/variables/terminalName",
                        "process-instance/{instance}/activity-instances",
                        "process-instance/{instance}/comment",
                        "execution/{instance}",
                        "execution/{instance}/localVariables",
                        "variable-instance/{variable}",
                        "history/process-instance/{instance}",
                        "history/variable-instance/{variable}")
                .map(path -> "/engine-rest/"
                        + path.replace("{task}", task)
                                .replace("{instance}", instance)
                                .replace("{variable}", variable)
                                .replace("{comment}", comment)
                                .replace("{attachment}", attachment));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void anotherClinicFindsNothingBySearching(String path) {
        var found = basic(stranger).get("/engine-rest/%s?maxResults=100".formatted(path));

        assertThat(found.body()).doesNotContain(SECRET, owner.id().value(), owner.name(), instance, task);
        assertThat(found.statusCode()).isIn(200, 403);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void anotherClinicCountsNothing(String path) {
        var condition = path.equals("variable-instance") ? "processInstanceIdIn" : "processInstanceId";

        var count = basic(stranger).get("/engine-rest/%s/count?%s=%s".formatted(path, condition, instance));

        assertThat(count.body()).containsAnyOf("{\"count\":0}", "AuthorizationException");
    }

    static Stream<String> searches() {
        return Stream.of(
                "task",
                "process-instance",
                "execution",
                "variable-instance",
                "incident",
                "history/process-instance",
                "history/activity-instance",
                "history/task",
                "history/variable-instance",
                "history/detail",
                "history/incident",
                "history/user-operation",
                "job",
                "history/job-log",
                "external-task");
    }

    @Test
    void anotherClinicCannotTouchTheTask() {
        var client = basic(stranger);
        var claim = "{\"userId\": \"%s\"}".formatted(stranger.id());

        assertThat(client.post("/engine-rest/task/%s/claim".formatted(task), claim)
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post("/engine-rest/task/%s/assignee".formatted(task), claim)
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post("/engine-rest/task/%s/complete".formatted(task), "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post("/engine-rest/task/%s/submit-form".formatted(task), "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post("/engine-rest/task/%s/comment/create".formatted(task), "{\"message\": \"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.post(
                                "/engine-rest/process-instance/%s/variables".formatted(instance),
                                "{\"modifications\": {\"applicant\": {\"value\": \"x\"}}}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(owner.id().value());
    }

    @Test
    void aClinicFindsOnlyItselfAmongUsersAndGroups() {
        var client = basic(stranger);
        var itself = stranger.id().value();

        assertThat(client.get("/engine-rest/user?maxResults=100").body())
                .contains(itself)
                .doesNotContain(owner.id().value(), "admin");
        assertThat(client.get("/engine-rest/user/count").body()).isEqualTo("{\"count\":1}");
        assertThat(client.get("/engine-rest/user?memberOfGroup=clinic&maxResults=100")
                        .body())
                .doesNotContain(owner.id().value());
        assertThat(client.get("/engine-rest/user/%s/profile".formatted(owner.id()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get("/engine-rest/identity/groups?userId=" + itself).body())
                .contains("\"clinic\"", "医療機関")
                .doesNotContain(owner.id().value());
        assertThat(client.get("/engine-rest/identity/groups?userId=" + owner.id())
                        .body())
                .doesNotContain("clinic\"", owner.name());
        assertThat(client.get("/engine-rest/group?maxResults=100").body())
                .contains("clinic")
                .doesNotContain("reviewer", "camunda-admin");
    }

    @Test
    void aClinicStartsOnlyTheApplication() {
        var other = basic(stranger).post("/engine-rest/process-definition/key/%s/start".formatted(MODEL), "{}");

        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(MODEL)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void staffFindStaffAndAdministratorsFindEverybody() {
        var reviewer = people.staff(Role.REVIEWER);

        assertThat(basic(reviewer).get("/engine-rest/user?maxResults=1000").body())
                .contains(reviewer.id().value(), "admin")
                .doesNotContain(owner.id().value());
        assertThat(administrator()
                        .get("/engine-rest/user?memberOfGroup=clinic&maxResults=1000&sortBy=userId&sortOrder=desc")
                        .body())
                .contains(owner.id().value(), stranger.id().value())
                .doesNotContain(reviewer.id().value());
        assertThat(administrator()
                        .get("/engine-rest/user?firstNameLike=%25"
                                + owner.name().substring(4) + "&maxResults=10&memberOfGroup=clinic")
                        .statusCode())
                .isEqualTo(200);
        assertThat(administrator()
                        .get("/engine-rest/user?id=%s&maxResults=1".formatted(owner.id()))
                        .body())
                .contains(owner.name(), owner.mail());
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
        assertThat(identity.checkPassword(owner.id().value(), People.PASSWORD)).isTrue();
        assertThat(identity.checkPassword(owner.id().value(), "wrong")).isFalse();
    }

    private Client administrator() {
        return Client.basic(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD);
    }

    private Client basic(Account account) {
        return Client.basic(port, account.id().value(), People.PASSWORD);
    }
}
