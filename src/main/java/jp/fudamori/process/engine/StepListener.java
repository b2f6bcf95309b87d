package jp.fudamori.process.engine;

import jp.fudamori.process.DecisionStep;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationContext;

/**
 * Gives every user task the {@link UserStep} of its name and every business rule task its {@link DecisionStep}, so that
 * no model can forget them.
 */
final class StepListener extends AbstractBpmnParseListener {

    private final ApplicationContext beans;

    StepListener(ApplicationContext beans) {
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

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (!beans.containsBean(activity.getId())) {
            return;
        }
        ExecutionListener step =
                execution -> beans.getBean(activity.getId(), DecisionStep.class).notify(execution);
        activity.addListener(ExecutionListener.EVENTNAME_START, step);
        activity.addListener(ExecutionListener.EVENTNAME_END, step);
    }
}
