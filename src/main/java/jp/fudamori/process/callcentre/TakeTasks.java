package jp.fudamori.process.callcentre;

import static jp.fudamori.process.callcentre.PhoneCallModel.TAKEN_BY;
import static jp.fudamori.process.callcentre.PhoneCallModel.TAKEN_OVER;

import jp.fudamori.account.AccountId;
import jp.fudamori.callcentre.CallDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class TakeTasks extends Step {

    private final CallDesk desk;
    private final ClinicTasks tasks;

    TakeTasks(CallDesk desk, ClinicTasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var call = desk.current(new AccountId(TAKEN_BY.in(execution))).orElseThrow();
        TAKEN_OVER.set(execution, tasks.take(call.clinic(), call.takenBy()));
    }
}
