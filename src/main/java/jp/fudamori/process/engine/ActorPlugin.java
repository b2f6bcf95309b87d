package jp.fudamori.process.engine;

import static jp.fudamori.process.ClinicStep.ACTOR;
import static jp.fudamori.process.ClinicStep.APPLICANT;

import java.util.ArrayList;
import jp.fudamori.account.AccountId;
import jp.fudamori.callcentre.CallDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
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

/**
 * Lets no step of a clinic open at staff whose call is over. Without this, a step that opens by itself (a reviewer
 * returns an application, a job goes on) at the very moment in which the call ends would stay with the staff: each of
 * the two would not see what the other has not committed yet. Here, the later one waits for the other.
 */
@Component
class ActorPlugin extends AbstractProcessEnginePlugin {

    private static final String OF_THE_ACTOR = "${actor}";

    private final ApplicationContext beans;

    ActorPlugin(ApplicationContext beans) {
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
                    ExecutionListener settle = ActorPlugin.this::settle;
                    activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, settle);
                }
            }
        });
    }

    private void settle(DelegateExecution execution) {
        var clinic = APPLICANT.in(execution);
        var actor = ACTOR.in(execution);
        if (!actor.equals(clinic)
                && !beans.getBean(CallDesk.class).isActing(new AccountId(actor), new AccountId(clinic))) {
            ACTOR.set(execution, clinic);
        }
    }
}
