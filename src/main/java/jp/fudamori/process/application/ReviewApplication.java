package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.APPROVED_LINES;
import static jp.fudamori.process.application.CertificateApplicationModel.CORRECTION_DUE;
import static jp.fudamori.process.application.CertificateApplicationModel.CORRECTION_PERIOD;
import static jp.fudamori.process.application.CertificateApplicationModel.DECISION;
import static jp.fudamori.process.application.CertificateApplicationModel.PARTIAL;
import static jp.fudamori.process.application.CertificateApplicationModel.ROUTE;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;
import static jp.fudamori.process.application.CertificateApplicationModel.period;

import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.certificate.OwnKeyDesk;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.UserStep;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class ReviewApplication extends UserStep {

    private final ReviewDesk desk;
    private final OwnKeyDesk ownKeys;
    private final ApplicationReviewFields fields;
    private final CurrentUser user;

    ReviewApplication(ReviewDesk desk, OwnKeyDesk ownKeys, ApplicationReviewFields fields, CurrentUser user) {
        this.desk = desk;
        this.ownKeys = ownKeys;
        this.fields = fields;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        DECISION.ask(task);
        if (fields.show(task) instanceof Submitted submitted) {
            submitted.triage().ifPresent(triage -> ROUTE.show(task, ApplicationReviewFields.describe(triage)));
        }
    }

    /** What is decided is what the domain made of it: an approval may be only the first of two. */
    @Override
    protected void complete(DelegateTask task) {
        var entered = ReviewEntry.take(task);
        var number = applicationNumber(task);
        switch (entered.decision()) {
            case "approve" -> {
                ownKeys.check(number);
                approve(task, desk.approve(number, entered.refused(number), user.id()));
            }
            case "return" -> giveBack(task, entered);
            case "reject" -> desk.reject(number, user.id(), entered.reason());
            default -> throw new IllegalArgumentException("not a decision: " + entered.decision());
        }
    }

    static void approve(DelegateTask task, CertificateApplication application) {
        var execution = task.getExecution();
        if (application instanceof Approved approved) {
            APPROVED_LINES.set(execution, (long) approved.lines().size());
            PARTIAL.set(execution, !approved.refused().isEmpty());
            DECISION.set(execution, "approve");
        } else {
            DECISION.set(execution, application instanceof ApprovedOnce ? "second" : "void");
        }
    }

    private void giveBack(DelegateTask task, ReviewEntry entered) {
        var correction =
                desk.giveBack(applicationNumber(task), entered.remarks(), period(CORRECTION_PERIOD, task), user.id());
        CORRECTION_DUE.set(task.getExecution(), Deadlines.endOf(correction.until()));
    }
}
