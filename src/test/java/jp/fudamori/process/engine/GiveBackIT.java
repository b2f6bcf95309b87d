package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jp.fudamori.Client;
import jp.fudamori.IssuedApplications;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class GiveBackIT {

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    ProcessEngine engine;

    @Test
    void whoTookATaskFromTheListMayPutItBack() {
        var task = taskOf(applications.submitted(people.clinic()));
        var reviewer = client(people.reviewer());
        reviewer.post(
                "/engine-rest/task/%s/claim".formatted(task.getId()),
                "{\"userId\": \"%s\"}".formatted(people.reviewer().id()));

        assertThat(unclaim(reviewer, task)).isEqualTo(204);
        assertThat(current(task).getAssignee()).isNull();
    }

    @Test
    void nobodyTakesATaskFromAnother() {
        var task = taskOf(applications.submitted(people.clinic()));
        var reviewer = people.reviewer();
        engine.getTaskService().claim(task.getId(), reviewer.id().value());

        assertThat(unclaim(client(people.staff("reviewer-b", Role.REVIEWER)), task))
                .isEqualTo(403);
        assertThat(current(task).getAssignee()).isEqualTo(reviewer.id().value());
    }

    @Test
    void aClinicKeepsItsOwnTask() {
        var clinic = people.clinic();
        var task = taskOf(applications.opened(clinic));

        assertThat(unclaim(client(clinic), task)).isEqualTo(403);
        assertThat(current(task).getAssignee()).isEqualTo(clinic.id().value());
    }

    private int unclaim(Client client, Task task) {
        return client.post("/engine-rest/task/%s/unclaim".formatted(task.getId()), "")
                .statusCode();
    }

    private Task taskOf(ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private Task current(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
    }

    private Client client(Person person) {
        return Client.basic(port, person.id().value(), Participants.PASSWORD);
    }
}
