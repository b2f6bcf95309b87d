package jp.fudamori.process.engine;

import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationContext;

/** Gives every user task the {@link UserStep} of its name, so that no model can forget it. */
final class UserStepListener extends AbstractBpmnParseListener {

    private final ApplicationContext beans;

    UserStepListener(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (!beans.containsBean(activity.getId())) {
            return;
        }
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskListener step =
                delegate -> beans.getBean(activity.getId(), UserStep.class).notify(delegate);
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, step);
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, step);
    }
}
