package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;
import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.process.Step;
import jp.fudamori.renewal.RenewalHandover;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class WithdrawSuccessor extends Step {

    private final RenewalHandover handover;

    WithdrawSuccessor(RenewalHandover handover) {
        this.handover = handover;
    }

    @Override
    protected void run(DelegateExecution execution) {
        handover.withdraw(renewed(execution), replacement(execution));
    }
}
