package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.RETURNED_AGAIN;
import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.MailDesk;
import jp.fudamori.notice.ReturnDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Also says for the next gateway whether it is the first time. */
@Component
class SendReturned extends Step {

    private final MailDesk mails;
    private final ReturnDesk returns;

    SendReturned(MailDesk mails, ReturnDesk returns) {
        this.mails = mails;
        this.returns = returns;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var returned = returns.of(letterNumber(execution)).letter();
        mails.letterReturned(
                returned.application(),
                returned.number().value(),
                returned.trip().posting().trackingNumber().value(),
                returned.reason().japanese());
        RETURNED_AGAIN.set(execution, returned.again());
    }
}
