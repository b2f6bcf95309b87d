package jp.fudamori.process;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.fudamori.account.Role;
import jp.fudamori.process.form.Form;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every model in {@code bpmn/} against the code and the forms that share names with it. */
class ModelContractTest {

    private static final Pattern GENERATED_ID =
            Pattern.compile("(Activity|Event|Gateway|Flow|Message|Error)_[0-9a-z]{7}");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern PLAIN_CONDITION = Pattern.compile("\\$\\{\\w+( == '\\w+')?}");
    /** Business days, or hours and minutes of the clock. */
    private static final Pattern PERIOD = Pattern.compile("P\\d+BD|PT\\d+[HM]");
    /** For ever, every so many hours. */
    private static final Pattern CYCLE = Pattern.compile("R/PT\\d+H");

    /** The applicant, whoever acts for it just now, or the staff who began the process themselves. */
    private static final Set<String> ASSIGNEES = Set.of("${applicant}", "${actor}", "${takenBy}");

    private static final JavaClasses CODE = new ClassFileImporter().importPackages("jp.fudamori.process");

    static Stream<File> models() {
        return Stream.of(new File("bpmn").listFiles((dir, name) -> name.endsWith(".bpmn")));
    }

    static Stream<File> forms() {
        return Stream.of(new File("forms").listFiles((dir, name) -> name.endsWith(".form")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void processIsNamedLikeItsFile(File file) {
        assertThat(all(file, Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId() + ".bpmn").isEqualTo(file.getName());
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void noIdWasLeftAsTheModelerMadeIt(File file) {
        assertThat(all(file, BaseElement.class).map(BaseElement::getId).filter(id -> id != null))
                .noneMatch(id -> GENERATED_ID.matcher(id).matches());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyLabelIsJapanese(File file) {
        assertThat(Stream.concat(
                        all(file, FlowNode.class).map(FlowNode::getName),
                        all(file, Lane.class).map(Lane::getName)))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label).isNotNull().containsPattern(JAPANESE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyStepIsDrawnInALane(File file) {
        var inLanes = all(file, Lane.class)
                .flatMap(lane -> lane.getFlowNodeRefs().stream())
                .map(FlowNode::getId)
                .collect(toSet());
        assertThat(all(file, FlowNode.class)).allSatisfy(node -> {
            if (node.getParentElement() instanceof Process) {
                assertThat(inLanes).contains(node.getId());
            }
            assertThat(node.getDiagramElement())
                    .as("drawing of " + node.getId())
                    .isNotNull();
        });
        assertThat(all(file, SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getDiagramElement()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyServiceTaskIsBackedByTheDelegateOfItsName(File file) {
        assertThat(all(file, ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + task.getId() + "}");
            assertThat(type(pascal(task.getId())).isAssignableTo(Step.class)).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasTheStepAndTheFormOfItsName(File file) {
        assertThat(all(file, UserTask.class)).allSatisfy(task -> {
            assertThat(type(pascal(task.getId())).isAssignableTo(UserStep.class))
                    .isTrue();
            assertThat(task.getCamundaFormRef()).isEqualTo(kebab(task.getId()));
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(formFile(task.getCamundaFormRef())).exists();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskBelongsToSomebodyOrToAGroup(File file) {
        var groups = Arrays.stream(Role.values()).map(Role::group).collect(toSet());
        assertThat(all(file, UserTask.class)).allSatisfy(task -> {
            if (task.getCamundaAssignee() == null) {
                assertThat(task.getCamundaCandidateGroupsList()).isNotEmpty().isSubsetOf(groups);
            } else {
                assertThat(task.getCamundaAssignee()).isIn(ASSIGNEES);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyGatewayAsksAQuestionAndLabelsItsAnswers(File file) {
        assertThat(all(file, ExclusiveGateway.class)
                        .filter(gateway -> gateway.getOutgoing().size() > 1))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).endsWith("？");
                    assertThat(gateway.getDefault()).isNotNull();
                    assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                        assertThat(flow.getId()).startsWith(gateway.getId() + "_");
                        assertThat(flow.getName()).isNotBlank();
                    });
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyConditionIsPlain(File file) {
        assertThat(all(file, ConditionExpression.class).map(ModelElementInstance::getTextContent))
                .allSatisfy(condition -> assertThat(condition).matches(PLAIN_CONDITION));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTimerIsPlainTextInBusinessDaysOrHours(File file) {
        assertThat(all(file, TimeDuration.class).map(ModelElementInstance::getTextContent))
                .allSatisfy(period -> assertThat(period).matches(PERIOD));
        assertThat(all(file, TimeCycle.class).map(ModelElementInstance::getTextContent))
                .allSatisfy(cycle -> assertThat(cycle).matches(CYCLE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyMessageIsSentByATrigger(File file) {
        Set<String> names = all(file, Message.class).map(Message::getName).collect(toSet());
        assertThat(names).isSubsetOf(ProcessTriggers.MESSAGES);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyCalledProcessIsDeployedWithItsCaller(File file) {
        assertThat(all(file, CallActivity.class)).allSatisfy(call -> {
            assertThat(new File("bpmn", call.getCalledElement() + ".bpmn")).exists();
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFormFieldIsADeclaredVariable(File file) {
        var formRefs = Stream.concat(
                all(file, UserTask.class).map(UserTask::getCamundaFormRef),
                all(file, StartEvent.class).map(StartEvent::getCamundaFormRef).filter(ref -> ref != null));
        assertThat(formRefs).allSatisfy(ref -> {
            var form = json(formFile(ref));
            assertThat(form.get("id").asText()).isEqualTo(ref);
            assertThat(form.findValuesAsText("key")).isSubsetOf(variablesOf(file));
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormCanBeCheckedOnTheServer(File file) throws IOException {
        try (var in = new FileInputStream(file)) {
            assertThat(Form.read(in).id() + ".form").isEqualTo(file.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsJapaneseAndForThisEngine(File file) {
        var form = json(file);
        assertThat(form.get("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.get("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(Stream.of("label", "dateLabel", "description", "text")
                        .flatMap(name -> form.findValuesAsText(name).stream()))
                .allSatisfy(text -> assertThat(text).containsPattern("(?s)" + JAPANESE + "|\\{\\{\\w+}}"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDecisionIsMadeByTheTableDeployedWithItsCaller(File file) {
        assertThat(all(file, BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(type(pascal(task.getId())).isAssignableTo(DecisionStep.class))
                    .isTrue();
            assertThat(new File("bpmn", task.getCamundaDecisionRef() + ".dmn")).exists();
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDateOfATimerIsAVariable(File file) throws IllegalAccessException {
        var variables = variablesOf(file);
        assertThat(all(file, TimeDate.class).map(ModelElementInstance::getTextContent))
                .allSatisfy(date -> assertThat(variables).contains(date.replaceAll("[${}]", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = "qualification-application")
    void thePromiseAndTheTimerOfTheReviewAgree(String model) {
        var file = new File("bpmn", model + ".bpmn");
        var promised = all(file, CamundaInputParameter.class)
                .filter(parameter -> parameter.getCamundaName().equals("reviewPeriod"))
                .map(ModelElementInstance::getTextContent);
        var overdue = all(file, BoundaryEvent.class)
                .filter(event -> event.getId().equals("reviewOverdue"))
                .flatMap(
                        event -> event
                                .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.TimerEventDefinition.class)
                                .stream())
                .map(timer -> timer.getTimeDuration().getTextContent());
        assertThat(promised).containsExactlyElementsOf(overdue.toList()).hasSize(1);
    }

    /** Names of the variables declared in the class that is called like the model. */
    private static Set<String> variablesOf(File file) throws IllegalAccessException {
        var names = new HashSet<String>();
        for (var field : type(pascal(file.getName().replace(".bpmn", "")) + "Model")
                .reflect()
                .getDeclaredFields()) {
            field.setAccessible(true);
            if (field.get(null) instanceof Variable<?> variable) {
                names.add(variable.name());
            }
        }
        return names;
    }

    private static JavaClass type(String simpleName) {
        return CODE.stream()
                .filter(type -> type.getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class in process is called " + simpleName));
    }

    private static File formFile(String id) {
        return new File("forms", id + ".form");
    }

    private static JsonNode json(File file) {
        try {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(file.getName(), e);
        }
    }

    private static String pascal(String name) {
        return Stream.of(name.split("-"))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(joining());
    }

    private static <T extends ModelElementInstance> Stream<T> all(File file, Class<T> type) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        return model.getModelElementsByType(type).stream();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
