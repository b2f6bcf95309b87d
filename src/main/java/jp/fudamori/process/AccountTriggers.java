package jp.fudamori.process;

import static jp.fudamori.process.account.AccountOpeningModel.REGISTRATION_ENTERED;
import static jp.fudamori.process.account.AccountOpeningModel.REGISTRATION_ID;
import static jp.fudamori.process.account.AccountOpeningModel.REGISTRATION_REQUESTED;

import jp.fudamori.account.AccountClosed;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.CredentialsChanged;
import jp.fudamori.account.MailAddressChanged;
import jp.fudamori.account.MailChangeRequested;
import jp.fudamori.account.PasswordResetRequested;
import jp.fudamori.account.RegistrationEntered;
import jp.fudamori.account.RegistrationRequested;
import jp.fudamori.notice.AccountMailDesk;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The part of {@link ProcessTriggers} that is about accounts: which fact wakes which process, and who is told. */
@Component
class AccountTriggers {

    private final RuntimeService runtime;
    private final AccountDesk accounts;
    private final AccountMailDesk mails;

    AccountTriggers(RuntimeService runtime, AccountDesk accounts, AccountMailDesk mails) {
        this.runtime = runtime;
        this.accounts = accounts;
        this.mails = mails;
    }

    @EventListener
    void on(RegistrationRequested event) {
        var id = event.registration().value();
        runtime.startProcessInstanceByMessage(REGISTRATION_REQUESTED, id, REGISTRATION_ID.with(id));
    }

    @EventListener
    void on(RegistrationEntered event) {
        runtime.createMessageCorrelation(REGISTRATION_ENTERED)
                .processInstanceBusinessKey(event.registration().value())
                .correlate();
    }

    @EventListener
    void on(PasswordResetRequested event) {
        event.account()
                .flatMap(accounts::find)
                .ifPresentOrElse(
                        account -> mails.passwordResetLink(account, event.token()),
                        () -> mails.passwordResetUnknown(event.mail()));
    }

    @EventListener
    void on(MailChangeRequested event) {
        accounts.find(event.account()).ifPresent(account -> mails.mailChangeLink(account, event.mail(), event.token()));
    }

    @EventListener
    void on(MailAddressChanged event) {
        accounts.find(event.account()).ifPresent(account -> mails.mailChanged(account, event.former()));
    }

    @EventListener
    void on(AccountClosed event) {
        mails.accountClosed(event.account());
    }

    @EventListener
    void on(CredentialsChanged event) {
        accounts.find(event.account()).ifPresent(mails::credentialsChanged);
    }
}
