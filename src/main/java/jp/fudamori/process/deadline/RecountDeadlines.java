package jp.fudamori.process.deadline;

import static jp.fudamori.process.deadline.DeadlineRecountModel.CONFIRMED_BY;
import static jp.fudamori.process.deadline.DeadlineRecountModel.MORE;
import static jp.fudamori.process.deadline.DeadlineRecountModel.REASON;
import static jp.fudamori.process.deadline.DeadlineRecountModel.TOKEN;

import jp.fudamori.account.AccountId;
import jp.fudamori.deadline.DeadlineDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Moves the list that was agreed to; where it has changed meanwhile, nothing moves and the operator sees it anew. */
@Component
class RecountDeadlines extends Step {

    private final DeadlineDesk desk;

    RecountDeadlines(DeadlineDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var left = desk.recount(TOKEN.in(execution), new AccountId(CONFIRMED_BY.in(execution)), REASON.in(execution));
        MORE.set(execution, left > 0);
    }
}
