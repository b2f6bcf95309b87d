package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.EXTENDED_DUE;
import static jp.fudamori.process.qualification.QualificationApplicationModel.EXTENSION_PERIOD;
import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import java.time.LocalDate;
import jp.fudamori.account.Role;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.process.Step;
import jp.fudamori.qualification.QualificationReviewDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The promised time is over: the supervisors get the task with a new last day, and whoever held it lets go. */
@Component
class EscalateQualificationReview extends Step {

    /** What models give that do not name it, because they are older than the second promise. */
    private static final String USUAL = "P3BD";

    private final QualificationReviewDesk desk;
    private final OpenQualificationReview reviews;

    EscalateQualificationReview(QualificationReviewDesk desk, OpenQualificationReview reviews) {
        this.desk = desk;
        this.reviews = reviews;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var extension = BusinessPeriod.parse(EXTENSION_PERIOD.find(execution).orElse(USUAL))
                .orElseThrow();
        desk.extend(qualificationId(execution), extension).ifPresent(due -> handOver(due, execution));
    }

    private void handOver(LocalDate due, DelegateExecution execution) {
        EXTENDED_DUE.set(execution, due.toString());
        reviews.handTo(Role.SUPERVISOR, due, execution);
    }
}
