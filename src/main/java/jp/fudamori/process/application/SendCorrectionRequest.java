package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.Remark;
import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendCorrectionRequest extends Step {

    private final ApplicationDesk desk;
    private final MailDesk mails;

    SendCorrectionRequest(ApplicationDesk desk, MailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var number = applicationNumber(execution);
        if (!(desk.find(number).orElseThrow() instanceof Returned returned)) {
            throw new IllegalStateException("not given back: " + number);
        }
        var correction = returned.correction();
        mails.correctionRequested(
                number,
                "round-" + correction.round(),
                correction.remarks().stream().map(Remark::line).toList(),
                correction.until());
    }
}
