package jp.fudamori.process.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.common.Refusal;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** Decisions are written in FEEL, which computes and cannot do anything else; JUEL and scripts could. */
class DecisionGuard implements DmnTransformListener {

    private enum Reason implements Refusal.Reason {
        DECISION_NOT_IN_FEEL
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision dmnDecision) {
        inspect(decision);
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {
        inspect(definitions);
    }

    private static void inspect(DmnElement root) {
        var model = root.getModelInstance();
        Stream.concat(
                        model.getModelElementsByType(LiteralExpression.class).stream()
                                .map(LiteralExpression::getExpressionLanguage),
                        model.getModelElementsByType(UnaryTests.class).stream().map(UnaryTests::getExpressionLanguage))
                .flatMap(language -> Optional.ofNullable(language).stream())
                .filter(language -> !language.toLowerCase(Locale.ROOT).contains("feel"))
                .findFirst()
                .ifPresent(language -> refuse(root, language));
    }

    private static void refuse(DmnElement root, String language) {
        throw new Refusal(
                Reason.DECISION_NOT_IN_FEEL, "決定表「%s」: 式はFEELで書いてください（%s は使えません）。".formatted(root.getId(), language));
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl dmnInput) {
        // looked at with its decision
    }

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl dmnOutput) {
        // looked at with its decision
    }

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl dmnRule) {
        // looked at with its decision
    }
}
