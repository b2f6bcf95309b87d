package jp.fudamori.process.reissue;

import static jp.fudamori.process.reissue.CertificateReissueModel.ACTOR;
import static jp.fudamori.process.reissue.CertificateReissueModel.APPLICANT;
import static jp.fudamori.process.reissue.CertificateReissueModel.LINE_NUMBER;
import static jp.fudamori.process.reissue.CertificateReissueModel.REPORT_ID;

import jp.fudamori.application.LineNumber;
import jp.fudamori.common.Refusal;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Step;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.LossReason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class OpenLoss extends Step {

    private final LossDesk desk;
    private final CurrentUser user;

    OpenLoss(LossDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var line = LineNumber.parse(LINE_NUMBER.find(execution).orElse("").strip())
                .orElseThrow(
                        () -> new Refusal(LossReason.CERTIFICATE_UNKNOWN, "電子証明書の番号は 20261122-00042-01 の形で入力してください。"));
        execution.removeVariables();
        var opening = desk.open(line, user.id()).opening();
        execution.setProcessBusinessKey(opening.id().toString());
        REPORT_ID.set(execution, opening.id().toString());
        APPLICANT.set(execution, opening.applicant().value());
        ACTOR.set(execution, opening.by().value());
    }
}
