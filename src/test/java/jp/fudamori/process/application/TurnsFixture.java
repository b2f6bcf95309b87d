package jp.fudamori.process.application;

import java.util.List;
import jp.fudamori.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests about the turns of an application look at. */
record TurnsFixture(ProcessEngine engine, JdbcClient jdbc) {

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
