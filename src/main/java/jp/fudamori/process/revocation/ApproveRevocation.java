package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.DECISION;
import static jp.fudamori.process.revocation.CertificateRevocationModel.REQUESTED;
import static jp.fudamori.process.revocation.CertificateRevocationModel.requestId;

import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.certificate.RevocationRequest.Wish;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A supervisor, never who asked for it, agrees or does not. */
@Component
class ApproveRevocation extends UserStep {

    private final RevocationRequestDesk desk;
    private final RevocationFields fields;
    private final AccountDesk accounts;
    private final CurrentUser user;

    ApproveRevocation(RevocationRequestDesk desk, RevocationFields fields, AccountDesk accounts, CurrentUser user) {
        this.desk = desk;
        this.fields = fields;
        this.accounts = accounts;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        REQUESTED.show(task, describe(fields.show(task).wish()));
    }

    @Override
    protected void complete(DelegateTask task) {
        if (DECISION.in(task).equals("approve")) {
            desk.requireOther(requestId(task), user.id().value());
        } else {
            desk.refuse(requestId(task), user.id().value());
        }
    }

    private String describe(Wish wish) {
        var officer = accounts.find(new AccountId(wish.by())).map(Account::name).orElse(wish.by());
        return JapaneseDates.moment(wish.at()) + " " + officer;
    }
}
