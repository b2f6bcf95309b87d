package jp.fudamori.process.deadline;

import static jp.fudamori.process.deadline.DeadlineRecountModel.MOVING;

import jp.fudamori.deadline.DeadlineDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class ListMoves extends Step {

    private final DeadlineDesk desk;

    ListMoves(DeadlineDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        MOVING.set(execution, !desk.moves().isEmpty());
    }
}
