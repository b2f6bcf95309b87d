package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.notice.MailDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class RemindReviewers extends Step {

    private final MailDesk mails;
    private final OpenReview reviews;

    RemindReviewers(MailDesk mails, OpenReview reviews) {
        this.mails = mails;
        this.reviews = reviews;
    }

    @Override
    protected void run(DelegateExecution execution) {
        reviews.markUrgent(execution);
        mails.reviewReminder(applicationNumber(execution));
    }
}
