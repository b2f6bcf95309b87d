package jp.fudamori.process.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.Person;
import jp.fudamori.application.CertificateApplication.Cancelled;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** 取消し: a clinic withdraws an application that is not decided yet, free of charge. */
class CancellationIT extends TurnOfAnApplication {

    private void cancel(Person by, String number) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("application-cancellation")
                .latestVersion()
                .singleResult();
        by.as(() -> engine.getFormService().submitStartForm(definition.getId(), Map.of("applicationNumber", number)));
    }

    private String number(ProcessInstance instance) {
        return cases.number(instance).value();
    }

    private void assertCancelled(ProcessInstance instance, Person clinic) {
        assertThat(instance).isEnded().hasPassed("applicationCancelled");
        assertThat(applications.find(cases.number(instance)).orElseThrow()).isInstanceOf(Cancelled.class);
        assertThat(jdbc.sql("select count(*) from fee where consent_reference = :number")
                        .param("number", number(instance))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(lastMailTo(clinic)).contains("取り消し", "発行料");
    }

    @Test
    void endsTheReview() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);

        cancel(clinic, number(instance));

        assertCancelled(instance, clinic);
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .isEmpty();
    }

    @Test
    void endsTheWaitForTheClinic() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        people.reviewer()
                .complete(instance, "reviewApplication", Map.of("decision", "return", "otherRemark", "確認してください。"));

        cancel(clinic, number(instance));

        assertCancelled(instance, clinic);
    }

    @Test
    void endsTheWaitForASecondApproval() {
        var clinic = people.clinic();
        var instance = cases.submitted(
                clinic,
                IntStream.rangeClosed(1, 11).mapToObj(each -> "端末" + each).toList());
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));

        cancel(clinic, number(instance));

        assertCancelled(instance, clinic);
    }

    @Test
    void theReminderThatIsOnItsWayDoesNotHoldItUp() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        cases.runJobs(instance, "reviewReminder");

        cancel(clinic, number(instance));
        cases.runJobs(instance, "remindReviewers");

        assertThat(instance).isEnded();
    }

    @Test
    void comesTooLateAfterTheDecision() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));

        assertThatThrownBy(() -> cancel(clinic, number(instance))).hasMessageContaining("取り消せません");
    }

    @Test
    void isNoticedTheSecondTimeAndChangesNothing() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        cancel(clinic, number(instance));
        var mails = mailsTo(clinic);

        cancel(clinic, number(instance));

        assertThat(mailsTo(clinic)).isEqualTo(mails);
    }

    @Test
    void ofAnotherClinicIsNotFound() {
        var instance = cases.submitted(people.clinic());

        assertThatThrownBy(() -> cancel(people.clinic(), number(instance))).hasMessageContaining("見つかりません");
        assertThat(instance).isWaitingAt("reviewApplication");
    }

    @Test
    void takesANumberInFullWidth() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);

        cancel(
                clinic,
                number(instance)
                        .chars()
                        .mapToObj(each -> each == '-' ? "－" : String.valueOf((char) (each + 0xFEE0)))
                        .collect(Collectors.joining()));

        assertCancelled(instance, clinic);
    }
}
