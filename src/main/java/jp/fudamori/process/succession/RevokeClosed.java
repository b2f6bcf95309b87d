package jp.fudamori.process.succession;

import static jp.fudamori.process.succession.InstitutionSuccessionModel.code;

import jp.fudamori.ca.RevocationReason;
import jp.fudamori.notice.WithdrawalDesk;
import jp.fudamori.process.Step;
import jp.fudamori.succession.SuccessionEffects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class RevokeClosed extends Step {

    private final SuccessionEffects effects;
    private final WithdrawalDesk letters;

    RevokeClosed(SuccessionEffects effects, WithdrawalDesk letters) {
        this.effects = effects;
        this.letters = letters;
    }

    @Override
    protected void run(DelegateExecution execution) {
        letters.withdraw(effects.revoke(code(execution), RevocationReason.CESSATION_OF_OPERATION));
    }
}
