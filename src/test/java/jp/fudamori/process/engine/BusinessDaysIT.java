package jp.fudamori.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import jp.fudamori.MovableClock;
import jp.fudamori.ServerTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BusinessDaysIT {

    private static final Instant FIVE_DAYS_LATER = Instant.parse("2026-12-14T14:59:59Z");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    MovableClock clock;

    private String deployment = "";
    private String instance = "";

    @BeforeEach
    void startOnMonday() {
        clock.standAt(LocalDateTime.of(2026, 12, 7, 10, 0));
        var model = Bpmn.createExecutableProcess("business-days")
                .startEvent()
                .userTask("review")
                .camundaDueDate("P5BD")
                .camundaFollowUpDate("P3BD")
                .boundaryEvent("reviewOverdue")
                .timerWithDuration("P5BD")
                .endEvent()
                .moveToActivity("review")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("days.bpmn", model)
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey("business-days").getId();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @Test
    void timersDueDatesAndFollowUpDatesCountBusinessDays() {
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();

        assertThat(timer()).isEqualTo(FIVE_DAYS_LATER);
        assertThat(task.getDueDate().toInstant()).isEqualTo(FIVE_DAYS_LATER);
        assertThat(task.getFollowUpDate().toInstant()).isEqualTo(Instant.parse("2026-12-10T14:59:59Z"));
    }

    @Test
    void recalculationStartsWhereTheTimerWasMade() {
        clock.standAt(LocalDateTime.of(2026, 12, 9, 10, 0));
        var job = management.createJobQuery().processInstanceId(instance).singleResult();

        management.recalculateJobDuedate(job.getId(), true);
        assertThat(timer()).isEqualTo(FIVE_DAYS_LATER);

        management.recalculateJobDuedate(job.getId(), false);
        assertThat(timer()).isEqualTo(Instant.parse("2026-12-16T14:59:59Z"));
    }

    private Instant timer() {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getDuedate()
                .toInstant();
    }
}
