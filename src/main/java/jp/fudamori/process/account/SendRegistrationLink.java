package jp.fudamori.process.account;

import static jp.fudamori.process.account.AccountOpeningModel.registration;

import jp.fudamori.account.RegistrationDesk;
import jp.fudamori.notice.AccountMailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The link exists in the mail only, so it is made where the mail is written. */
@Component
class SendRegistrationLink extends Step {

    private final RegistrationDesk desk;
    private final AccountMailDesk mails;

    SendRegistrationLink(RegistrationDesk desk, AccountMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var id = registration(execution);
        var mail = desk.of(id).mail();
        desk.link(id)
                .ifPresentOrElse(
                        token -> mails.registrationLink(id.value(), mail, token),
                        () -> mails.registrationKnown(id.value(), mail));
    }
}
