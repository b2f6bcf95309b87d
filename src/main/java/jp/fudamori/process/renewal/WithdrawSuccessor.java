package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;
import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.process.Step;
import jp.fudamori.renewal.RenewalWithdrawal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class WithdrawSuccessor extends Step {

    private final RenewalWithdrawal withdrawal;

    WithdrawSuccessor(RenewalWithdrawal withdrawal) {
        this.withdrawal = withdrawal;
    }

    @Override
    protected void run(DelegateExecution execution) {
        withdrawal.withdraw(renewed(execution), replacement(execution));
    }
}
