package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;
import static jp.fudamori.process.renewal.CertificateRenewalModel.replacement;

import jp.fudamori.fee.FeeDesk;
import jp.fudamori.process.Step;
import jp.fudamori.renewal.RenewalBoard;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class PostRenewalFee extends Step {

    private final FeeDesk fees;
    private final RenewalBoard board;

    PostRenewalFee(FeeDesk fees, RenewalBoard board) {
        this.fees = fees;
        this.board = board;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var issued = replacement(execution);
        var institution = board.of(renewed(execution)).orElseThrow().institution();
        fees.post(issued.application().value(), issued.toString(), institution);
    }
}
