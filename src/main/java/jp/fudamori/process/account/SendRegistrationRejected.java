package jp.fudamori.process.account;

import static jp.fudamori.process.account.AccountOpeningModel.registration;

import jp.fudamori.account.RegistrationDesk;
import jp.fudamori.notice.AccountMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendRegistrationRejected extends Step {

    private final RegistrationDesk desk;
    private final AccountMailDesk mails;

    SendRegistrationRejected(RegistrationDesk desk, AccountMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var id = registration(execution);
        mails.registrationRejected(id.value(), desk.of(id).mail(), desk.rejection(id));
    }
}
