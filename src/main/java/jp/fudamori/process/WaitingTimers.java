package jp.fudamori.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The timers that processes wait for. */
@Component
public class WaitingTimers {

    private final ManagementService management;

    WaitingTimers(ManagementService management) {
        this.management = management;
    }

    /**
     * Lets a timer fire at the end of another day; one that has fired, or is not reached, stays as it is.
     *
     * @param event id of the timer's event in the model
     */
    public void move(ProcessInstance instance, String event, LocalDate day) {
        management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(event)
                .list()
                .forEach(timer -> management.setJobDuedate(timer.getId(), Deadlines.lastMomentOf(day)));
    }
}
