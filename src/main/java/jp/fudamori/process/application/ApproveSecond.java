package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.DECISION;
import static jp.fudamori.process.application.CertificateApplicationModel.FIRST_APPROVAL;
import static jp.fudamori.process.application.CertificateApplicationModel.ROUTE;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import java.util.stream.Collectors;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A second officer, never the first one, agrees or does not. */
@Component
class ApproveSecond extends UserStep {

    private final ReviewDesk desk;
    private final ApplicationReviewFields fields;
    private final AccountDesk accounts;
    private final CurrentUser user;

    ApproveSecond(ReviewDesk desk, ApplicationReviewFields fields, AccountDesk accounts, CurrentUser user) {
        this.desk = desk;
        this.fields = fields;
        this.accounts = accounts;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        if (fields.show(task) instanceof ApprovedOnce once) {
            once.submitted().triage().ifPresent(triage -> ROUTE.show(task, ApplicationReviewFields.describe(triage)));
            FIRST_APPROVAL.show(task, describe(once));
        }
    }

    @Override
    protected void complete(DelegateTask task) {
        var number = applicationNumber(task);
        if (DECISION.in(task).equals("approve")) {
            ReviewApplication.approve(task, desk.approveSecond(number, user.id()));
        } else {
            desk.sendBack(number, user.id());
        }
    }

    private String describe(ApprovedOnce once) {
        var officer =
                accounts.find(once.by()).map(Account::name).orElse(once.by().value());
        var all = JapaneseDates.moment(once.at()) + " " + officer + " が承認";
        return once.refused().isEmpty()
                ? all
                : all + "（承認しない端末: "
                        + once.refused().keySet().stream()
                                .sorted()
                                .map(line -> line.position() + "番")
                                .collect(Collectors.joining("、"))
                        + "、理由: " + once.refused().values().iterator().next() + "）";
    }
}
