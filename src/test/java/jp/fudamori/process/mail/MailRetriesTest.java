package jp.fudamori.process.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.Test;

class MailRetriesTest {

    /** From Friday evening to Tuesday morning of a long weekend, and RFC 5321 4.5.4.1 asks for four to five days. */
    @Test
    void anOutageOverALongWeekendEndsInNoIncident() {
        assertThat(Arrays.stream(periods()).map(Duration::parse).reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(4), Duration.ofDays(5));
    }

    @Test
    void aMailLeavesWithinSixHoursAfterAnOutage() {
        assertThat(periods())
                .allSatisfy(period -> assertThat(Duration.parse(period)).isLessThanOrEqualTo(Duration.ofHours(6)));
    }

    private static String[] periods() {
        var cycle = Bpmn.readModelFromFile(new File("bpmn/mail-delivery.bpmn"))
                .getModelElementsByType(CamundaFailedJobRetryTimeCycle.class)
                .stream()
                .map(CamundaFailedJobRetryTimeCycle::getTextContent)
                .toList();
        assertThat(cycle).hasSize(1);
        return cycle.get(0).split(",");
    }
}
