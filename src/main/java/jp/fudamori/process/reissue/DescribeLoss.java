package jp.fudamori.process.reissue;

import static jp.fudamori.process.reissue.CertificateReissueModel.CERTIFICATES;
import static jp.fudamori.process.reissue.CertificateReissueModel.CIRCUMSTANCES;
import static jp.fudamori.process.reissue.CertificateReissueModel.KIND;
import static jp.fudamori.process.reissue.CertificateReissueModel.LOST_ON;
import static jp.fudamori.process.reissue.CertificateReissueModel.PLACE;
import static jp.fudamori.process.reissue.CertificateReissueModel.reportId;

import java.time.LocalDate;
import java.util.List;
import jp.fudamori.process.CertificateNames;
import jp.fudamori.process.UserStep;
import jp.fudamori.reissue.Loss;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.LossKind;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class DescribeLoss extends UserStep {

    private final LossDesk desk;
    private final CertificateNames names;

    DescribeLoss(LossDesk desk, CertificateNames names) {
        this.desk = desk;
        this.names = names;
    }

    @Override
    protected void offer(DelegateTask task) {
        CERTIFICATES.show(task, names.of(List.of(desk.find(reportId(task)).line())));
    }

    @Override
    protected void complete(DelegateTask task) {
        desk.describe(
                reportId(task),
                new Loss(
                        LossKind.of(KIND.take(task).orElseThrow()),
                        LocalDate.parse(LOST_ON.take(task).orElseThrow()),
                        PLACE.take(task).orElse(""),
                        CIRCUMSTANCES.take(task).orElse("")));
    }
}
