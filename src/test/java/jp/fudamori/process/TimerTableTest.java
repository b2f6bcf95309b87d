package jp.fudamori.process;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** {@code docs/TIMERS.md} lists every period that an analyst may change in a model. */
class TimerTableTest {

    @Test
    void theTableListsTheTimersOfTodaysModels() throws IOException {
        var table = ModelContractTest.models()
                .sorted()
                .flatMap(TimerTableTest::rows)
                .collect(joining("\n"));

        assertThat(Files.readString(Path.of("docs/TIMERS.md"))).contains(table);
    }

    private static Stream<String> rows(File file) {
        var model = Bpmn.readModelFromFile(file);
        var timers = model.getModelElementsByType(TimeDuration.class).stream()
                .map(period -> row(file, nodeOf(period), "timer", period.getTextContent()));
        var cycles = model.getModelElementsByType(TimeCycle.class).stream()
                .map(period -> row(file, nodeOf(period), "timer", period.getTextContent()));
        var promises = model.getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(parameter -> parameter.getCamundaName().matches(".*(Period|Lead)"))
                .map(parameter -> row(file, nodeOf(parameter), parameter.getCamundaName(), parameter.getTextContent()));
        var tasks = model.getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> Stream.of(
                                row(file, task, "due date", task.getCamundaDueDate()),
                                row(file, task, "follow-up date", task.getCamundaFollowUpDate()))
                        .filter(row -> !row.contains("`null`")));
        return Stream.of(timers, cycles, promises, tasks).flatMap(rows -> rows).sorted();
    }

    private static String row(File file, FlowNode node, String kind, String period) {
        return "| %s | %s | %s | %s | `%s` |"
                .formatted(file.getName().replace(".bpmn", ""), node.getId(), node.getName(), kind, period);
    }

    private static FlowNode nodeOf(ModelElementInstance element) {
        var parent = element.getParentElement();
        return parent instanceof FlowNode node ? node : nodeOf(parent);
    }
}
