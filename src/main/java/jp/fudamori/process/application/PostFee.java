package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.INSTITUTION_CODE;

import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class PostFee extends Step {

    private final FeeDesk fees;
    private final ApprovedLine line;

    PostFee(FeeDesk fees, ApprovedLine line) {
        this.fees = fees;
        this.line = line;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var issued = line.of(execution);
        fees.post(issued.application().value(), issued.toString(), new InstitutionCode(INSTITUTION_CODE.in(execution)));
    }
}
