package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.LineNumber;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class PostFee extends Step {

    private final ApplicationDesk desk;
    private final FeeDesk fees;

    PostFee(ApplicationDesk desk, FeeDesk fees) {
        this.desk = desk;
        this.fees = fees;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var application = desk.find(applicationNumber(execution)).orElseThrow();
        var line = new LineNumber(application.number(), 1);
        fees.post(
                application.number().value(),
                line.toString(),
                application.particulars().institution());
    }
}
