package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.common.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class CommandGuardsIT {

    private static final String MODEL = "guarded-commands";

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private String deployment = "";

    @BeforeEach
    void deploy() {
        var model = Bpmn.createExecutableProcess(MODEL)
                .startEvent()
                .userTask("decide")
                .camundaCandidateGroups("reviewer")
                .serviceTask("sayNo")
                .camundaDelegateExpression("${sayNo}")
                .userTask("after")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("guarded.bpmn", model)
                .deploy()
                .getId();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\": \"${currentUser()}\"}",
                "{\"orQueries\": [{\"assigneeExpression\": \"${currentUser()}\"}]}",
                "{\"orQueries\": [{\"dueAfterExpression\": \"${now()}\"}, {\"name\": \"x\"}]}",
                "{\"orQueries\": [{\"name\": \"x\", \"orQueries\": [{\"dueAfterExpression\": \"${now()}\"}]}]}",
            })
    void cve_2026_109432_noExpressionFromOutsideIsEvaluated(String query) {
        var clinic = people.clinic();
        var basic = clinic.basic(port);
        var tasklist = clinic.tasklist(port);
        var filter = engine.getFilterService()
                .createFilterQuery()
                .filterName("わたしの作業")
                .singleResult()
                .getId();

        assertThat(basic.post("/engine-rest/task", query).statusCode()).isEqualTo(400);
        assertThat(basic.post("/engine-rest/task/count", query).statusCode()).isEqualTo(400);
        assertThat(tasklist.post("/camunda/api/engine/engine/default/task/count", query)
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic.post("/engine-rest/filter/%s/list".formatted(filter), query)
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic.post("/engine-rest/filter/%s/count".formatted(filter), query)
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic.post("/engine-rest/filter/%s/singleResult".formatted(filter), query)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aStoredFilterStillKnowsWhoAsks() {
        var reviewer = people.staff(Role.REVIEWER);
        var task = task(start("yes"));
        tasks.setAssignee(task, reviewer.id().value());
        var filter = engine.getFilterService()
                .createFilterQuery()
                .filterName("わたしの作業")
                .singleResult()
                .getId();

        assertThat(reviewer.basic(port)
                        .get("/engine-rest/filter/%s/count".formatted(filter))
                        .body())
                .isEqualTo("{\"count\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusal", "form"})
    void aRefusalAtATaskIsABadRequestWithItsReasonAndChangesNothing(String how) {
        var reviewer = people.staff(Role.REVIEWER).basic(port);
        var instance = start(how);
        var task = task(instance);

        var answers = List.of(
                reviewer.post("/engine-rest/task/%s/complete".formatted(task), "{}"),
                reviewer.post("/engine-rest/task/%s/submit-form".formatted(task), "{}"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"" + SayNo.REASON + "\"");
        });
        assertThat(task(instance)).isEqualTo(task);
    }

    @Test
    void aRefusalReachesTasklistToo() {
        var reviewer = people.staff(Role.REVIEWER);
        var tasklist = reviewer.tasklist(port);

        var answer = tasklist.post(
                "/camunda/api/engine/engine/default/task/%s/submit-form".formatted(task(start("refusal"))), "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + SayNo.REASON + "\"");
    }

    @Test
    void aFailureOfTheMachineIsNoRefusal() {
        var task = task(start("failure"));

        var answer =
                people.staff(Role.REVIEWER).basic(port).post("/engine-rest/task/%s/complete".formatted(task), "{}");

        assertThat(answer.statusCode()).isEqualTo(500);
    }

    @Test
    void whoComesSecondIsToldThatTheTaskIsTaken() {
        var first = people.staff(Role.REVIEWER);
        var second = people.staff(Role.REVIEWER);
        var task = task(start("yes"));
        var claim = "/engine-rest/task/%s/claim".formatted(task);
        var complete = "/engine-rest/task/%s/complete".formatted(task);

        assertThat(first.basic(port)
                        .post(claim, "{\"userId\": \"%s\"}".formatted(first.id()))
                        .statusCode())
                .isEqualTo(204);
        var claimed = second.basic(port).post(claim, "{\"userId\": \"%s\"}".formatted(second.id()));
        assertThat(first.basic(port).post(complete, "{}").statusCode()).isEqualTo(204);
        var completed = second.basic(port).post(complete, "{}");

        assertThat(claimed.statusCode()).isEqualTo(400);
        assertThat(claimed.body()).contains("すでに他の担当者");
        assertThat(completed.statusCode()).isEqualTo(400);
        assertThat(completed.body()).contains("すでに他の担当者");
    }

    @Test
    void ofTwoReviewersAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var complete = "/engine-rest/task/%s/complete".formatted(task(start("yes")));
        var one = people.staff(Role.REVIEWER).basic(port);
        var other = people.staff(Role.REVIEWER).basic(port);

        var answers = Stream.of(one, other)
                .map(client -> CompletableFuture.supplyAsync(() -> client.post(complete, "{}")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(answer -> answer.statusCode()).containsExactlyInAnyOrder(204, 400);
    }

    @Test
    void anUncaughtBpmnErrorBecomesAnIncident() {
        var model = Bpmn.createExecutableProcess("uncaught-error")
                .startEvent()
                .serviceTask("sayNo")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R1/PT0S")
                .camundaDelegateExpression("${sayNo}")
                .endEvent()
                .done();
        var id = repository
                .createDeployment()
                .addModelInstance("uncaught.bpmn", model)
                .deploy()
                .getId();
        var instance = runtime.startProcessInstanceByKey("uncaught-error", Map.<String, Object>of("how", "error"))
                .getId();

        failJobOf(instance);

        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(1);
        repository.deleteDeployment(id, true);
    }

    @Test
    void aJobThatIsRefusedKeepsItsOwnExceptionForItsRetries() {
        var model = Bpmn.createExecutableProcess("refused-job")
                .startEvent()
                .serviceTask("sayNo")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${sayNo}")
                .endEvent()
                .done();
        var id = repository
                .createDeployment()
                .addModelInstance("refused.bpmn", model)
                .deploy()
                .getId();
        var instance = runtime.startProcessInstanceByKey("refused-job", Map.<String, Object>of("how", "refusal"))
                .getId();

        var failure = failJobOf(instance);

        assertThat(failure).isInstanceOf(Refusal.class);
        repository.deleteDeployment(id, true);
    }

    @Test
    void javaSerialisedVariablesAreRefused() {
        var path = "/engine-rest/process-instance/%s/variables/bomb".formatted(start("yes"));

        var answer =
                Client.basic(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD).call("PUT", path, """
                {"type": "Object", "value": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
                 "valueInfo": {"objectTypeName": "java.util.HashMap",
                               "serializationDataFormat": "application/x-java-serialized-object"}}
                """);

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(runtime.createVariableInstanceQuery().variableName("bomb").count())
                .isZero();
    }

    private Throwable failJobOf(String instance) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
        return catchThrowable(() -> engine.getManagementService().executeJob(job.getId()));
    }

    private String start(String how) {
        return runtime.startProcessInstanceByKey(MODEL, Map.<String, Object>of("how", how))
                .getId();
    }

    private String task(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}
