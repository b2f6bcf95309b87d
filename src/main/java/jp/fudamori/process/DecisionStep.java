package jp.fudamori.process;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The domain's side of a business rule task of the same name: gives its decision table the facts, and takes what the
 * table decided. The facts are gone with the step; the engine's history keeps what went into a decision.
 */
public abstract class DecisionStep implements ExecutionListener {

    private static final String RESULT = "decisionResult";

    @Override
    public final void notify(DelegateExecution execution) {
        if (EVENTNAME_START.equals(execution.getEventName())) {
            facts(execution)
                    .forEach((name, fact) -> execution.setVariableLocal(name, Variables.untypedValue(fact, true)));
        } else {
            decided(execution, (DmnDecisionResult) execution.getVariableLocal(RESULT));
        }
    }

    /** Returns the inputs of the table by name; strings, booleans and numbers. */
    protected abstract Map<String, Object> facts(DelegateExecution execution);

    /** Takes the outputs of the table. */
    protected abstract void decided(DelegateExecution execution, DmnDecisionResult result);
}
