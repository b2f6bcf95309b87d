package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.ReturnDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class VoidLetter extends Step {

    private final ReturnDesk returns;

    VoidLetter(ReturnDesk returns) {
        this.returns = returns;
    }

    @Override
    protected void run(DelegateExecution execution) {
        returns.makeVoid(letterNumber(execution));
    }
}
