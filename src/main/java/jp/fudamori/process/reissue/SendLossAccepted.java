package jp.fudamori.process.reissue;

import static jp.fudamori.process.reissue.CertificateReissueModel.reportId;

import jp.fudamori.notice.CertificateMailDesk;
import jp.fudamori.notice.LossMail;
import jp.fudamori.process.Step;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.LossReport.Reported;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendLossAccepted extends Step {

    private final LossDesk desk;
    private final CertificateMailDesk mails;

    SendLossAccepted(LossDesk desk, CertificateMailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        if (desk.find(reportId(execution)) instanceof Reported report) {
            mails.lossAccepted(new LossMail(
                    report.id().toString(),
                    report.affected(),
                    report.loss().kind().japanese(),
                    report.at(),
                    report.loss().kind().isCompromised()));
        }
    }
}
