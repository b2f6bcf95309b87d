package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.CLASSIFICATION_AGREES;
import static jp.fudamori.process.application.CertificateApplicationModel.REVIEW_PRIORITY;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import java.util.Map;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.application.ReviewRoute;
import jp.fudamori.application.Triage;
import jp.fudamori.process.DecisionStep;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Decides which way an application goes through the review, and shows the reviewer why. */
@Component
class TriageApplication extends DecisionStep {

    private static final long USUAL = 50;
    private static final long FRONT = 60;

    private final ReviewDesk desk;

    TriageApplication(ReviewDesk desk) {
        this.desk = desk;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        var findings = desk.findings(applicationNumber(execution));
        return Map.of(
                "kind", findings.kind().code(),
                "classificationAgrees", CLASSIFICATION_AGREES.in(execution),
                "checkDigitAgrees", findings.checkDigitAgrees(),
                "registered", findings.registered(),
                "registeredDays", findings.registeredDays(),
                "terminals", findings.terminals(),
                "refusals", findings.refusals(),
                "contactChanged", findings.contactChanged(),
                "repetitions", findings.repetitions(),
                "corrections", findings.corrections());
    }

    @Override
    protected void decided(DelegateExecution execution, DmnDecisionResult result) {
        var decided = result.getSingleResult();
        var route = ReviewRoute.of(decided.<String>getEntry("route"));
        desk.triage(applicationNumber(execution), new Triage(route, decided.<String>getEntry("reason")));
        REVIEW_PRIORITY.set(execution, route == ReviewRoute.FRONT ? FRONT : USUAL);
    }
}
