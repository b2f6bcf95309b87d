package jp.fudamori.process.qualification;

import static jp.fudamori.process.qualification.QualificationApplicationModel.DECISION;
import static jp.fudamori.process.qualification.QualificationApplicationModel.DRAFT_UNTIL;
import static jp.fudamori.process.qualification.QualificationApplicationModel.REASON;
import static jp.fudamori.process.qualification.QualificationApplicationModel.answerPeriod;
import static jp.fudamori.process.qualification.QualificationApplicationModel.qualificationId;

import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.UserStep;
import jp.fudamori.qualification.QualificationApplication.Submitted;
import jp.fudamori.qualification.QualificationDesk;
import jp.fudamori.qualification.QualificationReviewDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class ReviewQualification extends UserStep {

    private final QualificationDesk desk;
    private final QualificationReviewDesk reviews;
    private final QualificationReviewFields fields;
    private final CurrentUser user;

    ReviewQualification(
            QualificationDesk desk,
            QualificationReviewDesk reviews,
            QualificationReviewFields fields,
            CurrentUser user) {
        this.desk = desk;
        this.reviews = reviews;
        this.fields = fields;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        DECISION.ask(task);
        fields.show(task, (Submitted) desk.application(qualificationId(task)));
    }

    @Override
    protected void complete(DelegateTask task) {
        var reason = REASON.take(task).orElse("");
        var id = qualificationId(task);
        switch (DECISION.in(task)) {
            case "accept" -> reviews.accept(id, user.id());
            case "return" ->
                DRAFT_UNTIL.set(
                        task.getExecution(),
                        Deadlines.endOf(reviews.sendBack(id, user.id(), reason, answerPeriod(task))));
            default -> reviews.reject(id, user.id(), reason);
        }
    }
}
