package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The promised time is over: the supervisors get the task, and whoever held it lets go. */
@Component
class EscalateReview extends Step {

    private final ApplicationDesk desk;
    private final OpenReview reviews;

    EscalateReview(ApplicationDesk desk, OpenReview reviews) {
        this.desk = desk;
        this.reviews = reviews;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.noteOverdue(applicationNumber(execution));
        reviews.handTo(Role.SUPERVISOR, execution);
    }
}
