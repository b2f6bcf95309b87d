package jp.fudamori.process.reissue;

import static jp.fudamori.process.reissue.CertificateReissueModel.ACTION;
import static jp.fudamori.process.reissue.CertificateReissueModel.CERTIFICATES;
import static jp.fudamori.process.reissue.CertificateReissueModel.CIRCUMSTANCES;
import static jp.fudamori.process.reissue.CertificateReissueModel.EFFECT;
import static jp.fudamori.process.reissue.CertificateReissueModel.KIND_NAME;
import static jp.fudamori.process.reissue.CertificateReissueModel.LOST_ON_DAY;
import static jp.fudamori.process.reissue.CertificateReissueModel.PLACE;
import static jp.fudamori.process.reissue.CertificateReissueModel.reportId;

import jp.fudamori.common.JapaneseDates;
import jp.fudamori.process.CertificateNames;
import jp.fudamori.process.UserStep;
import jp.fudamori.reissue.Loss;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.LossKind;
import jp.fudamori.reissue.LossReport.Described;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The clinic reads what its report will do; which way it goes from here, the gateway behind it decides. */
@Component
class ConfirmLoss extends UserStep {

    private static final String RENEWAL_ENDS = "\n- お申込みの更新は取り消します。その発行料はかかりません。";

    private final LossDesk desk;
    private final CertificateNames names;

    ConfirmLoss(LossDesk desk, CertificateNames names) {
        this.desk = desk;
        this.names = names;
    }

    @Override
    protected void offer(DelegateTask task) {
        ACTION.ask(task);
        if (!(desk.find(reportId(task)) instanceof Described report)) {
            throw new IllegalStateException("not described: " + reportId(task));
        }
        CERTIFICATES.show(task, names.of(desk.affected(report)));
        show(task, report.loss());
        EFFECT.show(task, effect(report.loss().kind()) + (desk.endsRenewal(report) ? RENEWAL_ENDS : ""));
    }

    @Override
    protected void complete(DelegateTask task) {}

    private static void show(DelegateTask task, Loss loss) {
        KIND_NAME.show(task, loss.kind().japanese());
        LOST_ON_DAY.show(task, JapaneseDates.day(loss.on()));
        PLACE.show(task, loss.place());
        CIRCUMSTANCES.show(task, loss.circumstances());
    }

    private static String effect(LossKind kind) {
        var ids = "- 古い発行通知書に書かれたIDは、すぐに使えなくなります。通知書があとから見つかっても使えません。\n";
        return kind.isCompromised()
                ? ids + "- ほかの人に使われるおそれがあるため、電子証明書は**すぐに失効**します。新しい電子証明書が届くまで、その端末は接続できません。"
                : ids + "- 今お使いの電子証明書があれば、新しい電子証明書が発行されるまで使えます。発行と同時に失効します。";
    }
}
