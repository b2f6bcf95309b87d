package jp.fudamori.process.account;

import static jp.fudamori.process.account.AccountOpeningModel.registration;

import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.RegistrationDesk;
import jp.fudamori.notice.AccountMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendAccountOpened extends Step {

    private final RegistrationDesk desk;
    private final AccountDesk accounts;
    private final AccountMailDesk mails;

    SendAccountOpened(RegistrationDesk desk, AccountDesk accounts, AccountMailDesk mails) {
        this.desk = desk;
        this.accounts = accounts;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var id = registration(execution);
        var account = desk.account(id).flatMap(accounts::find).orElseThrow();
        mails.accountOpened(id.value(), account);
    }
}
