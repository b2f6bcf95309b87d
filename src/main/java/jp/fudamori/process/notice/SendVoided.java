package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.LETTER_NUMBER;
import static jp.fudamori.process.notice.NoticeDeliveryModel.applicationNumber;

import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendVoided extends Step {

    private final MailDesk mails;

    SendVoided(MailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.letterVoided(applicationNumber(execution), LETTER_NUMBER.in(execution));
    }
}
