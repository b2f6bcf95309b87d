package jp.fudamori.process.callcentre;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.callcentre.CallDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clinics that telephone, staff who take the call, and a case of a clinic with steps to act in. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class CallsOfTheOffice {

    private static final Set<String> OFFICES_OWN =
            Set.of("account-opening", "institution-succession", "mail-delivery", "notice-delivery");

    static final String CALLER = "事務長 佐藤";
    static final String START = "/engine-rest/process-definition/key/phone-call/submit-form";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications applications;

    @Autowired
    MovableClock clock;

    @Autowired
    CallDesk desk;

    @Autowired
    JdbcClient jdbc;

    ClinicCase cases;

    @BeforeAll
    void deploy() {
        cases = new ClinicCase(engine);
    }

    @AfterAll
    void remove() {
        cases.remove();
    }

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    ProcessInstance call(Person staff, Person clinic) {
        return staff.start(
                "phone-call",
                Map.of("institutionCode", clinic.institution().value(), "caller", CALLER, "identityCheck", "CALLBACK"));
    }

    static String slip(String code, String caller) {
        return slip(code, caller, "CALLBACK");
    }

    static String slip(String code, String caller, String check) {
        return """
                {"variables": {
                    "institutionCode": {"value": "%s"}, "caller": {"value": "%s"}, "identityCheck": {"value": "%s"}
                }}
                """.formatted(code, caller, check);
    }

    /** Everything that the person can see, but for what waits for the whole call centre, whoever left it there. */
    static List<String> names(Person person) {
        return person.tasks().stream()
                .filter(task -> !OFFICES_OWN.contains(processOf(task)))
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private static String processOf(Task task) {
        return task.getProcessDefinitionId().split(":")[0];
    }
}
