package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.CLOSES_AT;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.DOUBTFUL;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.ENDED_AT;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.SUCCEEDED;
import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import jp.fudamori.succession.SuccessionDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class AssessEnding extends Step {

    private final SuccessionDesk desk;

    AssessEnding(SuccessionDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var found = desk.assess(code(execution));
        DOUBTFUL.set(execution, !found.doubts().isEmpty());
        SUCCEEDED.set(execution, found.ending().successor().isPresent());
        if (found.doubts().isEmpty() && found.ending().successor().isEmpty()) {
            desk.close(found.code());
        }
        CLOSES_AT.set(execution, Deadlines.endOf(found.ending().closedOn()));
        ENDED_AT.set(execution, Deadlines.after(found.ending().closedOn()));
    }
}
