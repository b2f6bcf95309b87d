package jp.fudamori.process.engine;

import java.util.ArrayList;
import jp.fudamori.input.InputDesk;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Forgets what a clinic typed in a form as soon as the step is over, in whichever way. */
@Component
class DraftPlugin extends AbstractProcessEnginePlugin {

    private static final String OF_THE_ACTOR = "${actor}";

    private final ApplicationContext beans;

    DraftPlugin(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPreBPMNParseListeners() == null) {
            configuration.setCustomPreBPMNParseListeners(new ArrayList<BpmnParseListener>());
        }
        configuration.getCustomPreBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (OF_THE_ACTOR.equals(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "assignee"))) {
                    forgetAfter(activity);
                }
            }
        });
    }

    private void forgetAfter(ActivityImpl activity) {
        TaskListener forget = task -> beans.getBean(InputDesk.class).forget(task.getId());
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, forget);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, forget);
    }
}
