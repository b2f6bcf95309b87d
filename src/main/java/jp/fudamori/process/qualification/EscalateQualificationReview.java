package jp.fudamori.process.qualification;

import jp.fudamori.account.Role;
import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The promised time is over: the supervisors get the task, and whoever held it lets go. */
@Component
class EscalateQualificationReview extends Step {

    private final OpenQualificationReview reviews;

    EscalateQualificationReview(OpenQualificationReview reviews) {
        this.reviews = reviews;
    }

    @Override
    protected void run(DelegateExecution execution) {
        reviews.handTo(Role.SUPERVISOR, execution);
    }
}
