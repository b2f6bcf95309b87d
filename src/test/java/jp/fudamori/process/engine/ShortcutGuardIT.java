package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.Client;
import jp.fudamori.DatabaseContents;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody gets a certificate without a review, whatever the engine offers for moving its processes by hand. */
@ServerTest
class ShortcutGuardIT {

    private static final String START = "/process-definition/key/certificate-application/start";

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
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'startInstructions': [{'type': 'startBeforeActivity', 'activityId': 'signCertificate'}]}",
                "{'startInstructions': [{'type': 'startBeforeActivity', 'activityId': 'vetCertificate'}]}",
                "{'startInstructions': [{'type': 'startBeforeActivity', 'activityId': 'reviewApplication'}]}",
                "{'startInstructions': [{'type': 'startAfterActivity', 'activityId': 'reviewApplication'}]}",
                "{'startInstructions': [{'type': 'startTransition', 'transitionId': 'isApproved_yes'}]}",
                "{'startInstructions': [{'type': 'startBeforeActivity', 'activityId': 'signCertificate'}],"
                        + " 'skipCustomListeners': true, 'skipIoMappings': true, 'businessKey': '20261120-00001',"
                        + " 'variables': {'applicationNumber': {'value': '20261120-00001', 'type': 'String'}}}",
            })
    void aClinicDoesNotStartBehindTheReview(String json) {
        var clinic = people.clinic();
        var callers = List.of(
                new Door(clinic.basic(port), "/engine-rest"),
                new Door(clinic.tasklist(port), "/camunda/api/engine/engine/default"));
        var before = DatabaseContents.of(jdbc);

        assertThat(callers).allSatisfy(door -> {
            var answer = door.client().post(door.path() + START, json.replace('\'', '"'));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("システム管理者だけ").doesNotContain("Cannot");
        });
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /resolve, {}",
        "POST, /delegate, {\"userId\": \"admin\"}",
        "DELETE, '', ''",
    })
    void aClinicDoesNotLoseItsOwnTask(String method, String path, String json) {
        var clinic = people.clinic();
        var task = clinic.taskId(applications.opened(clinic), "enterApplication");
        var before = DatabaseContents.of(jdbc);

        var answer = clinic.basic(port).call(method, "/engine-rest/task/" + task + path, json);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("システム管理者だけ");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    private record Door(Client client, String path) {}

    @ParameterizedTest
    @ValueSource(strings = {"{\"skipCustomListeners\": true}", "{\"skipIoMappings\": true}"})
    void nobodyStartsWithoutTheListenersThatFillTheForms(String json) {
        var clinic = people.clinic().basic(port);
        var before = DatabaseContents.of(jdbc);

        assertThat(clinic.post("/engine-rest" + START, json).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void noVariablesAndNoKeyComeInWithTheStart() {
        var clinic = people.clinic();
        var before = DatabaseContents.of(jdbc);

        var refused = clinic.basic(port).post("/engine-rest" + START, """
                {"variables": {"qualified": {"value": true}, "applicant": {"value": "admin"}}}
                """);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("「qualified」という入力項目はありません。", "「applicant」という入力項目はありません。");
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);

        var answer = clinic.basic(port).post("/engine-rest" + START, "{\"businessKey\": \"20261120-00001\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .variableValueEquals("applicant", clinic.id().value())
                .singleResult();
        assertThat(instance.getBusinessKey()).isNotEqualTo("20261120-00001");
        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnlyKeys("applicant", "actor", "institutionCode", "draftId", "draftUntil");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | process-instance/{instance}/modification       | {'instructions': [{'type': 'startAfterActivity', 'activityId': 'reviewApplication'}]}",
                "POST   | process-instance/{instance}/modification-async | {'instructions': [{'type': 'startAfterActivity', 'activityId': 'reviewApplication'}]}",
                "POST   | modification/execute      | {'processDefinitionId': '{definition}', 'processInstanceIds': ['{instance}'], 'instructions': [{'type': 'startAfterActivity', 'activityId': 'reviewApplication'}]}",
                "POST   | modification/executeAsync | {'processDefinitionId': '{definition}', 'processInstanceIds': ['{instance}'], 'instructions': [{'type': 'startAfterActivity', 'activityId': 'reviewApplication'}]}",
                "POST   | process-definition/{definition}/restart       | {'processInstanceIds': ['{instance}'], 'instructions': [{'type': 'startBeforeActivity', 'activityId': 'signCertificate'}]}",
                "POST   | process-definition/{definition}/restart-async | {'processInstanceIds': ['{instance}'], 'instructions': [{'type': 'startBeforeActivity', 'activityId': 'signCertificate'}]}",
                "POST   | migration/execute      | {'migrationPlan': {'sourceProcessDefinitionId': '{definition}', 'targetProcessDefinitionId': '{definition}', 'instructions': [{'sourceActivityIds': ['reviewApplication'], 'targetActivityIds': ['reviewApplication']}]}, 'processInstanceIds': ['{instance}']}",
                "POST   | migration/executeAsync | {'migrationPlan': {'sourceProcessDefinitionId': '{definition}', 'targetProcessDefinitionId': '{definition}', 'instructions': [{'sourceActivityIds': ['reviewApplication'], 'targetActivityIds': ['reviewApplication']}]}, 'processInstanceIds': ['{instance}']}",
                "POST   | process-instance/{instance}/variables          | {'modifications': {'decision': {'value': 'approve'}}}",
                "POST   | process-instance/{instance}/variables          | {'deletions': ['reviewDue']}",
                "PUT    | process-instance/{instance}/variables/decision | {'value': 'approve'}",
                "DELETE | process-instance/{instance}/variables/applicationNumber |",
                "POST   | process-instance/variables-async               | {'processInstanceIds': ['{instance}'], 'variables': {'decision': {'value': 'approve'}}}",
                "PUT    | execution/{instance}/localVariables/decision   | {'value': 'approve'}",
                "PUT    | task/{task}/variables/decision                 | {'value': 'approve'}",
                "PUT    | task/{task}/localVariables/contactName         | {'value': 'x'}",
                "POST   | execution/{instance}/signal                    | {'variables': {}}",
                "POST   | execution/{instance}/messageSubscriptions/x/trigger | {}",
                "POST   | message                                        | {'messageName': 'certificate-downloaded', 'all': true}",
                "POST   | message                                        | {'messageName': 'mail-queued', 'processVariables': {'mailId': {'value': 1}}}",
                "POST   | process-instance/message-async                 | {'messageName': 'certificate-downloaded', 'processInstanceIds': ['{instance}']}",
                "POST   | signal                                         | {'name': 'x'}",
                "POST   | condition                                      | {'variables': {'x': {'value': 1}}}",
            })
    void onlyAdministratorsMoveProcessesByHand(String method, String path, String json) {
        var instance = applications.submitted(people.clinic()).getId();
        var reviewer = people.staff(Role.REVIEWER);
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        reviewer.as(() -> {
            engine.getTaskService().claim(task, reviewer.id().value());
            return task;
        });
        var others = Stream.of(people.clinic(), reviewer, people.staff(Role.SUPERVISOR), people.staff(Role.OPERATOR));
        var before = DatabaseContents.of(jdbc);

        assertThat(others).allSatisfy(person -> {
            var answer = person.basic(port)
                    .call(method, "/engine-rest/" + withIds(path, instance, task), withIds(json, instance, task));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("システム管理者だけ");
        });
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    private String withIds(String text, String instance, String task) {
        var definition = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        return (text == null ? "" : text)
                .replace('\'', '"')
                .replace("{instance}", instance)
                .replace("{definition}", definition)
                .replace("{task}", task);
    }

    @Test
    void anAdministratorMayRepairAProcess() {
        var instance = applications.submitted(people.clinic()).getId();

        var answer = Client.basic(port, "admin", ServerTest.ADMINISTRATOR_PASSWORD)
                .call("PUT", "/engine-rest/process-instance/%s/variables/reviewDue".formatted(instance), """
                        {"value": "2026-12-01T23:59:59+09:00", "type": "String"}
                        """);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    @Test
    void theProcessItselfMovesOnUnderAnyUser() {
        var clinic = people.clinic();
        var instance = applications.entered(clinic);

        submit(clinic, clinic.taskId(instance, "confirmApplication"));

        assertThat(jdbc.sql("select count(*) from mail where recipient = :mail")
                        .param("mail", clinic.account().mail())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void submit(Person clinic, String task) {
        var answer = clinic.basic(port)
                .post(
                        "/engine-rest/task/%s/complete".formatted(task),
                        "{\"variables\": {\"action\": {\"value\": \"submit\"}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
}
