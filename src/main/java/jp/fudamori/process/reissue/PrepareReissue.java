package jp.fudamori.process.reissue;

import static jp.fudamori.process.reissue.CertificateReissueModel.ACTOR;
import static jp.fudamori.process.reissue.CertificateReissueModel.reportId;

import jp.fudamori.account.AccountId;
import jp.fudamori.process.Step;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.LossReport.Reported;
import jp.fudamori.reissue.ReissueDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** From here on the new application goes its own way: if it is dropped, the loss stays reported. */
@Component
class PrepareReissue extends Step {

    private final LossDesk desk;
    private final ReissueDesk reissues;

    PrepareReissue(LossDesk desk, ReissueDesk reissues) {
        this.desk = desk;
        this.reissues = reissues;
    }

    @Override
    protected void run(DelegateExecution execution) {
        if (desk.find(reportId(execution)) instanceof Reported report) {
            reissues.prepare(report, new AccountId(ACTOR.in(execution)));
        }
    }
}
