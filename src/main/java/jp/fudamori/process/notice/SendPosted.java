package jp.fudamori.process.notice;

import static jp.fudamori.process.notice.NoticeDeliveryModel.letterNumber;

import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendPosted extends Step {

    private final MailDesk mails;

    SendPosted(MailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.issuedAndPosted(letterNumber(execution));
    }
}
