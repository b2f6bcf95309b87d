package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import jp.fudamori.process.Step;
import jp.fudamori.succession.SuccessionEffects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class BeginSuccessorApplication extends Step {

    private final SuccessionEffects effects;

    BeginSuccessorApplication(SuccessionEffects effects) {
        this.effects = effects;
    }

    @Override
    protected void run(DelegateExecution execution) {
        effects.prepare(code(execution));
    }
}
