package jp.fudamori.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets nothing into a process that starts with a form but what the form asks for, through whichever door it is started.
 * Unlike with a task there is nothing yet that could have been overwritten, so a listener comes in time. Who may start
 * in the middle, does so past the form.
 */
final class StartFormListener extends AbstractBpmnParseListener {

    private final TaskForms forms;

    StartFormListener(TaskForms forms) {
        this.forms = forms;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity
                && element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") != null) {
            ExecutionListener guard = this::guard;
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, guard, 0);
        }
    }

    private void guard(DelegateExecution execution) {
        var accepted = forms.acceptStart(execution.getProcessDefinitionId(), execution.getVariablesTyped(false));
        execution.removeVariables();
        execution.setVariables(accepted);
    }
}
