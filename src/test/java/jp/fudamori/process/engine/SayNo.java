package jp.fudamori.process.engine;

import java.util.Map;
import jp.fudamori.common.Refusal;
import jp.fudamori.process.FormRefusal;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A delegate for the tiny models of these tests: says no in the way that the variable {@code how} asks for. */
@Component
class SayNo implements JavaDelegate {

    static final String REASON = "端末名称はすでに使われています。";

    enum Reason implements Refusal.Reason {
        TERMINAL_NAME_TAKEN
    }

    @Override
    public void execute(DelegateExecution execution) {
        switch (String.valueOf(execution.getVariable("how"))) {
            case "refusal" -> throw new Refusal(Reason.TERMINAL_NAME_TAKEN, REASON);
            case "form" -> throw new FormRefusal(Map.of("terminalNames", REASON));
            case "error" -> throw new BpmnError("nobody-catches-this", REASON);
            case "failure" -> throw new IllegalStateException("broken");
            default -> execution.setVariable("said", "yes");
        }
    }
}
