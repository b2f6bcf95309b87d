package jp.fudamori.process.qualification;

import jp.fudamori.process.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component
class UrgeQualificationReview extends Step {

    private final OpenQualificationReview reviews;

    UrgeQualificationReview(OpenQualificationReview reviews) {
        this.reviews = reviews;
    }

    @Override
    protected void run(DelegateExecution execution) {
        reviews.markUrgent(execution);
    }
}
