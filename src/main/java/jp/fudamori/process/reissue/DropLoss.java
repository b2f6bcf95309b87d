package jp.fudamori.process.reissue;

import static jp.fudamori.process.reissue.CertificateReissueModel.reportId;

import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import jp.fudamori.reissue.LossDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The clinic thought better of it, or forgot it: nothing becomes void. */
@Component
class DropLoss extends Step {

    private final LossDesk desk;
    private final CurrentUser user;

    DropLoss(LossDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var report = desk.find(reportId(execution));
        desk.drop(report.id(), user.find().orElse(report.opening().applicant()));
    }
}
