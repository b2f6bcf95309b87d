package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.EXTENDED_DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import java.time.LocalDate;
import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells nothing where the decision came before the new last day was fixed. */
@Component
class SendOverdue extends Step {

    private final MailDesk mails;

    SendOverdue(MailDesk mails) {
        this.mails = mails;
    }

    @Override
    protected void run(DelegateExecution execution) {
        EXTENDED_DUE
                .find(execution)
                .ifPresent(due -> mails.overdue(applicationNumber(execution), LocalDate.parse(due)));
    }
}
