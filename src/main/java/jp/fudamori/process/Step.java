package jp.fudamori.process;

import jp.fudamori.common.Refusal;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;

/**
 * A service task. A {@link Refusal} that the model catches at this task becomes the BPMN error of the same code; every
 * other exception flies: a job fails and becomes an incident, a user's request is answered with the refusal.
 */
public abstract class Step implements JavaDelegate {

    @Override
    public final void execute(DelegateExecution execution) {
        try {
            run(execution);
        } catch (Refusal refusal) {
            if (isCaught(execution, refusal.reason().code())) {
                throw new BpmnError(refusal.reason().code(), refusal.getMessage(), refusal);
            }
            throw refusal;
        }
    }

    protected abstract void run(DelegateExecution execution);

    private static boolean isCaught(DelegateExecution execution, String code) {
        return execution.getBpmnModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().getId().equals(execution.getCurrentActivityId()))
                .flatMap(event -> event.getEventDefinitions().stream())
                .filter(ErrorEventDefinition.class::isInstance)
                .map(ErrorEventDefinition.class::cast)
                .anyMatch(definition -> definition.getError().getErrorCode().equals(code));
    }
}
