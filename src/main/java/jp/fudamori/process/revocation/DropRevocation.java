package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.requestId;

import jp.fudamori.account.AccountId;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The clinic thought better of it, or forgot it. */
@Component
class DropRevocation extends Step {

    private final RevocationRequestDesk desk;
    private final CurrentUser user;

    DropRevocation(RevocationRequestDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.drop(requestId(execution), user.find().map(AccountId::value).orElse("process"));
    }
}
