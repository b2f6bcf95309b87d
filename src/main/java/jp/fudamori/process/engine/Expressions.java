package jp.fudamori.process.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Which expressions a model may contain: values and comparisons, but no calls other than two of the engine's own. */
final class Expressions {

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "now");
    private static final Builder PARSER = new Builder(Feature.METHOD_INVOCATIONS);

    private Expressions() {}

    /** Returns what is wrong with the text of an attribute or element, in Japanese; plain text is always right. */
    static Optional<String> objection(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return Optional.empty();
        }
        try {
            return calls(PARSER.build(text.strip()))
                    ? Optional.of("式の中で処理を呼び出すことはできません: " + text.strip())
                    : Optional.empty();
        } catch (TreeBuilderException e) {
            return Optional.of("式として読めません: " + text.strip());
        }
    }

    private static boolean calls(Tree tree) {
        return callsMethod(tree.getRoot())
                || StreamSupport.stream(tree.getFunctionNodes().spliterator(), false)
                        .map(FunctionNode::getName)
                        .anyMatch(name -> !FUNCTIONS.contains(name));
    }

    private static boolean callsMethod(Node node) {
        return node instanceof AstMethod
                || IntStream.range(0, node.getCardinality())
                        .mapToObj(node::getChild)
                        .anyMatch(Expressions::callsMethod);
    }
}
