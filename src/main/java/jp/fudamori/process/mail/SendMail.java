package jp.fudamori.process.mail;

import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendMail extends Step {

    private final MailDesk mails;

    SendMail(MailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        mails.send(MailDeliveryModel.MAIL_ID.in(execution));
    }
}
