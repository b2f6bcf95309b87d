package jp.fudamori.process.account;

import static jp.fudamori.process.account.AccountOpeningModel.registration;

import jp.fudamori.account.RegistrationDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class ExpireRegistration extends Step {

    private final RegistrationDesk desk;

    ExpireRegistration(RegistrationDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.expire(registration(execution));
    }
}
