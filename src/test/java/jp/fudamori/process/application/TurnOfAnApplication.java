package jp.fudamori.process.application;

import java.time.LocalDateTime;
import java.util.List;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.application.ApplicationDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each test of a turn begins with, on a Friday before Labour Thanksgiving Day, and what it looks at. */
@ServerTest
abstract class TurnOfAnApplication {

    static final String KEY = CertificateApplicationModel.KEY;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    IssuedApplications cases;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationDesk applications;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    /** What the form of the one open task shows. */
    String shown(ProcessInstance instance, String field) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        return String.valueOf(engine.getTaskService().getVariable(task.getId(), field));
    }

    int priority(ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getPriority();
    }

    List<String> mailsTo(Person person) {
        return jdbc.sql("select subject from mail where recipient = :recipient order by mail_id")
                .param("recipient", person.account().mail())
                .query(String.class)
                .list();
    }

    String lastMailTo(Person person) {
        return jdbc.sql("select body from mail where recipient = :recipient order by mail_id desc limit 1")
                .param("recipient", person.account().mail())
                .query(String.class)
                .single();
    }

    List<ProcessInstance> children(ProcessInstance instance) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list();
    }
}
