package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.CLASSIFICATION_AGREES;
import static jp.fudamori.process.application.CertificateApplicationModel.applicationNumber;

import java.util.Map;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.process.DecisionStep;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Holds the 分類 of the institution against the 点数表 of its code. */
@Component
class CheckClassification extends DecisionStep {

    private final ApplicationDesk desk;
    private final InstitutionRegistry registry;

    CheckClassification(ApplicationDesk desk, InstitutionRegistry registry) {
        this.desk = desk;
        this.registry = registry;
    }

    @Override
    protected Map<String, Object> facts(DelegateExecution execution) {
        var code = desk.find(applicationNumber(execution))
                .orElseThrow()
                .particulars()
                .institution();
        var classification = registry.find(code)
                .map(institution -> institution.classification().code())
                .orElse("");
        return Map.of(
                "classificationCode",
                classification,
                "pointTableCode",
                code.value().substring(2, 3));
    }

    @Override
    protected void decided(DelegateExecution execution, DmnDecisionResult result) {
        CLASSIFICATION_AGREES.set(execution, result.<Boolean>getSingleEntry());
    }
}
