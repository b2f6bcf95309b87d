package jp.fudamori.process.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every decision table in {@code bpmn/} on the rows of the CSV file of its name. A row has a column for each
 * variable that goes in and each output that must come out; outputs that are all blank mean that no rule applies.
 */
class DecisionTableTest {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern GENERATED_ID = Pattern.compile(
            "(Decision|DecisionTable|DecisionRule|Input|Output|InputClause|OutputClause|UnaryTests|LiteralExpression|InputData|InformationRequirement)_[0-9a-z]{7}");
    private static final String DIAGRAMS = "https://www.omg.org/spec/DMN/20191111/DMNDI/";

    static Stream<File> decisions() {
        return Stream.of(new File("bpmn").listFiles((dir, name) -> name.endsWith(".dmn")));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRowOfItsExamplesComesOutAsItSays(File file) throws IOException {
        var table = new ExampleTable(file);

        assertThat(rows(file))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(table.decide(row)).as(row.toString()).isEqualTo(table.expected(row)));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRuleIsHitByAnExample(File file) throws IOException {
        var table = new ExampleTable(file);
        rows(file).forEach(table::decide);

        assertThat(table.hit()).containsExactlyInAnyOrderElementsOf(ids(file, Rule.class));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionIsNamedLikeItsFileAndKeptAsLongAsAProcess(File file) {
        assertThat(all(file, Decision.class)).singleElement().satisfies(decision -> {
            assertThat(decision.getId() + ".dmn").isEqualTo(file.getName());
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void noIdWasLeftAsTheModelerMadeIt(File file) {
        assertThat(ids(file, DmnElement.class))
                .noneMatch(id -> GENERATED_ID.matcher(id).matches());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyLabelIsJapanese(File file) {
        var labels = Stream.of(
                        all(file, Decision.class).stream().map(Decision::getName),
                        all(file, Decision.class).stream().map(ExampleTable::description),
                        all(file, Input.class).stream().map(Input::getLabel),
                        all(file, Output.class).stream().map(Output::getLabel),
                        all(file, Rule.class).stream().map(ExampleTable::description))
                .flatMap(texts -> texts);

        assertThat(labels).allSatisfy(label -> assertThat(label).isNotNull().containsPattern(JAPANESE));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDecisionIsDrawn(File file) {
        var drawn = Dmn.readModelFromFile(file).getDocument().getElementsByNameNs(DIAGRAMS, "DMNShape").stream()
                .map(shape -> shape.getAttribute("dmnElementRef"))
                .collect(toSet());

        assertThat(drawn).containsAll(ids(file, Decision.class));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRuleSaysSomethingAboutEachInput(File file) {
        assertThat(all(file, DecisionTable.class))
                .allSatisfy(table -> assertThat(table.getRules())
                        .isNotEmpty()
                        .allSatisfy(rule -> assertThat(rule.getInputEntries())
                                .hasSameSizeAs(table.getInputs())
                                .allSatisfy(entry -> assertThat(entry.getText().getTextContent())
                                        .isNotBlank())));
    }

    private static List<Map<String, String>> rows(File decision) throws IOException {
        var examples = new File(decision.getParentFile(), decision.getName().replace(".dmn", ".csv"));
        assertThat(examples).as("examples beside " + decision.getName()).exists();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new FileReader(examples, UTF_8))) {
            return parser.stream().map(row -> row.toMap()).toList();
        }
    }

    private static List<String> ids(File file, Class<? extends DmnElement> type) {
        return all(file, type).stream()
                .map(DmnElement::getId)
                .filter(id -> id != null)
                .toList();
    }

    private static <T extends ModelElementInstance> List<T> all(File file, Class<T> type) {
        return List.copyOf(Dmn.readModelFromFile(file).getModelElementsByType(type));
    }
}
