package jp.fudamori.process.engine;

import jp.fudamori.input.InputDesk;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Forgets what a clinic typed in a form as soon as the step is over, in whichever way. */
@Component
class DraftPlugin extends ActorSteps {

    private final ApplicationContext beans;

    DraftPlugin(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    void addTo(ActivityImpl activity) {
        TaskListener forget = task -> beans.getBean(InputDesk.class).forget(task.getId());
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, forget);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, forget);
    }
}
