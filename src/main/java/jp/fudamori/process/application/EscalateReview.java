package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.EXTENDED_DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.EXTENSION_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;
import static jp.fudamori.process.application.CertificateApplicationModel.businessPeriod;

import java.time.LocalDate;
import jp.fudamori.account.Role;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The promised time is over: the supervisors get the task, and whoever held it lets go. Where the decision came while
 * this step waited to run, there is nothing to hand over.
 */
@Component
class EscalateReview extends Step {

    private final ReviewDesk desk;
    private final OpenReview reviews;

    EscalateReview(ReviewDesk desk, OpenReview reviews) {
        this.desk = desk;
        this.reviews = reviews;
    }

    @Override
    protected void run(DelegateExecution execution) {
        desk.extend(applicationNumber(execution), businessPeriod(EXTENSION_PERIOD, execution))
                .ifPresent(due -> handOver(due, execution));
    }

    private void handOver(LocalDate due, DelegateExecution execution) {
        EXTENDED_DUE.set(execution, due.toString());
        reviews.handTo(Role.SUPERVISOR, due, execution);
    }
}
