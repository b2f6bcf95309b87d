package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.TRANSITION_ENDS_AT;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import jp.fudamori.succession.SuccessionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class PrepareSuccession extends Step {

    private final SuccessionDesk desk;

    PrepareSuccession(SuccessionDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        TRANSITION_ENDS_AT.set(execution, Deadlines.endOf(desk.succeed(code(execution))));
    }
}
