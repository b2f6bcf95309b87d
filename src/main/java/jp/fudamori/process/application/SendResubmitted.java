package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class SendResubmitted extends Step {

    private final ApplicationDesk desk;
    private final MailDesk mails;

    SendResubmitted(ApplicationDesk desk, MailDesk mails) {
        this.desk = desk;
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var number = applicationNumber(execution);
        var due = desk.find(number).orElseThrow().submission().reviewDue();
        mails.resubmitted(number, execution.getActivityInstanceId(), due);
    }
}
