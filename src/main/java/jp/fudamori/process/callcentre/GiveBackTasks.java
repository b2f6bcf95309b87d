package jp.fudamori.process.callcentre;

import static jp.fudamori.process.callcentre.PhoneCallModel.TAKEN_BY;

import jp.fudamori.account.AccountId;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Runs after the call has ended: from then on nobody can add to what goes back. */
@Component
class GiveBackTasks extends Step {

    private final ClinicTasks tasks;

    GiveBackTasks(ClinicTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    protected void run(DelegateExecution execution) {
        tasks.giveBack(new AccountId(TAKEN_BY.in(execution)));
    }
}
