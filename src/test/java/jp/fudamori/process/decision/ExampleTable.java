package jp.fudamori.process.decision;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;

/** A decision table on the bare decision engine, fed with rows of text. */
final class ExampleTable {

    private final Set<String> hit = new HashSet<>();
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Set<String> outputs;
    private final Map<String, String> types;

    ExampleTable(File file) throws IOException {
        var configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::note));
        engine = configuration.buildEngine();
        try (var in = new FileInputStream(file)) {
            decision = engine.parseDecision(file.getName().replace(".dmn", ""), in);
        }
        var model = Dmn.readModelFromFile(file);
        outputs = model.getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .collect(toSet());
        types = model.getModelElementsByType(Input.class).stream()
                .map(Input::getInputExpression)
                .filter(expression -> expression.getTypeRef() != null)
                .collect(toMap(
                        expression -> expression.getText().getTextContent(), expression -> expression.getTypeRef()));
    }

    /** Returns the outputs as text; empty where no rule applies. */
    Map<String, String> decide(Map<String, String> row) {
        var result = engine.evaluateDecisionTable(decision, variables(row));
        var texts = new HashMap<String, String>();
        if (!result.isEmpty()) {
            result.getSingleResult().getEntryMap().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        }
        return texts;
    }

    /** Returns what the row says must come out. */
    Map<String, String> expected(Map<String, String> row) {
        return row.entrySet().stream()
                .filter(cell ->
                        outputs.contains(cell.getKey()) && !cell.getValue().isEmpty())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Ids of the rules that applied to a row so far. */
    Set<String> hit() {
        return hit;
    }

    static @Nullable String description(DmnElement element) {
        return element.getDescription() == null
                ? null
                : element.getDescription().getTextContent();
    }

    private void note(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(hit::add);
    }

    private Map<String, Object> variables(Map<String, String> row) {
        var variables = new HashMap<String, Object>();
        row.forEach((name, text) -> {
            if (!outputs.contains(name)) {
                variables.put(name, value(types.getOrDefault(name, "string"), text));
            }
        });
        return variables;
    }

    private static @Nullable Object value(String type, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case "string" -> text;
            case "boolean" -> Boolean.valueOf(text);
            case "integer", "long", "number" -> Long.valueOf(text);
            default -> throw new AssertionError("examples cannot say a " + type);
        };
    }
}
