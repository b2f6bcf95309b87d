package jp.fudamori.process.revocation;

import static jp.fudamori.process.revocation.CertificateRevocationModel.requestId;

import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.notice.WithdrawalDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class WithdrawLetters extends Step {

    private final RevocationRequestDesk desk;
    private final WithdrawalDesk letters;

    WithdrawLetters(RevocationRequestDesk desk, WithdrawalDesk letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    protected void run(DelegateExecution execution) {
        letters.withdraw(desk.find(requestId(execution)).wish().lines());
    }
}
