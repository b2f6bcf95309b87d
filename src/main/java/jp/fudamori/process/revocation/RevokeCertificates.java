package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.requestId;

import jp.fudamori.account.AccountId;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Under the name of whoever said yes; where another process ordered it, under the name of the order. */
@Component
class RevokeCertificates extends Step {

    private final RevocationRequestDesk desk;
    private final CurrentUser user;

    RevokeCertificates(RevocationRequestDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var request = desk.find(requestId(execution));
        desk.carryOut(
                requestId(execution),
                user.find().map(AccountId::value).orElse(request.wish().by()));
    }
}
