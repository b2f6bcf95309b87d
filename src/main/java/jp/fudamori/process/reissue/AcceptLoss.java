package jp.fudamori.process.reissue;

import static jp.fudamori.process.reissue.CertificateReissueModel.reportId;

import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import jp.fudamori.reissue.LossDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Within the request of the clinic: when it is answered, what was lost opens nothing any more. */
@Component
class AcceptLoss extends Step {

    private final LossDesk desk;
    private final CurrentUser user;

    AcceptLoss(LossDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.report(reportId(execution), user.id());
    }
}
