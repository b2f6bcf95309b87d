package jp.fudamori.process.account;

import static jp.fudamori.process.account.AccountOpeningModel.registration;

import jp.fudamori.account.OpeningDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class OpenAccount extends Step {

    private final OpeningDesk desk;

    OpenAccount(OpeningDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.open(registration(execution), "registry");
    }
}
