package jp.fudamori.process.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.Person;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 利用申請: what becomes of an application whose clinic has none on file, and of one that nobody goes on with. */
class PrerequisiteIT extends TurnOfAnApplication {

    @Autowired
    InstitutionRegistry registry;

    private ProcessInstance claimed(Person clinic) {
        var instance = clinic.start(KEY);
        clinic.complete(instance, "confirmQualification", Map.of("claimed", true));
        return instance;
    }

    @Test
    void yesWithoutARecordGoesToStaffWhoPutItOnFile() {
        var clinic = people.clinicWithoutQualification();
        var instance = claimed(clinic);

        assertThat(instance).isWaitingAt("verifyQualification");
        assertThatThrownBy(() -> people.reviewer().complete(instance, "verifyQualification", Map.of("verified", true)))
                .hasMessageContaining("受理日と支払方法");
        people.reviewer()
                .complete(
                        instance,
                        "verifyQualification",
                        Map.of("verified", true, "acceptedOn", "2026-10-01", "paymentMethod", "INVOICE"));

        assertThat(instance).isWaitingAt("consentToFee");
        assertThat(registry.qualification(clinic.institution()))
                .contains(new Qualification(clinic.institution(), LocalDate.of(2026, 10, 1), PaymentMethod.INVOICE));
    }

    @Test
    void whatStaffCannotFindWaitsForItsAcceptanceAndGoesOnByItself() {
        var clinic = people.clinicWithoutQualification();
        var instance = claimed(clinic);
        people.reviewer().complete(instance, "verifyQualification", Map.of("verified", false));
        assertThat(instance).isWaitingAt("awaitQualification");
        assertThat(lastMailTo(clinic)).contains("利用申請", "2027年2月18日（木）");
        clock.standAt(LocalDateTime.of(2027, 1, 20, 10, 0));

        registry.accept(new Qualification(clinic.institution(), LocalDate.of(2027, 1, 20), PaymentMethod.DEDUCTION));
        cases.runJobs(instance, "resumeApplication");

        assertThat(instance).isWaitingAt("consentToFee");
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("draftExpired")
                        .singleResult()
                        .getDuedate())
                .as("the clinic has its thirty days again")
                .isEqualTo("2027-02-19T23:59:59+09:00");
    }

    @Test
    void whatCameInWhileStaffLookedForItIsFound() {
        var clinic = people.clinicWithoutQualification();
        var instance = claimed(clinic);
        registry.accept(new Qualification(clinic.institution(), LocalDate.of(2026, 11, 20), PaymentMethod.DEDUCTION));

        people.reviewer().complete(instance, "verifyQualification", Map.of("verified", false));

        assertThat(instance).isWaitingAt("consentToFee");
    }

    @Test
    void theWaitEndsWithAMail() {
        var clinic = people.clinicWithoutQualification();
        var instance = clinic.start(KEY);
        clinic.complete(instance, "confirmQualification", Map.of("claimed", false));

        cases.runJobs(instance, "qualificationWaitOver");

        assertThat(instance).isEnded().hasPassed("qualificationMissing");
        assertThat(mailsTo(clinic)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"confirmQualification, qualificationUnconfirmed", "consentToFee, draftExpired"})
    void aDraftThatNobodyGoesOnWithEndsWithAMail(String task, String timer) {
        var clinic = people.clinic();
        var instance = clinic.start(KEY);
        if (task.equals("consentToFee")) {
            clinic.complete(instance, "confirmQualification", Map.of("claimed", true));
        }
        assertThat(instance).isWaitingAt(task);

        cases.runJobs(instance, timer);

        assertThat(instance).isEnded().hasPassed("draftAbandoned");
        assertThat(mailsTo(clinic)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from application_draft where applicant = :id")
                        .param("id", clinic.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theClinicMayChangeItsMind() {
        var clinic = people.clinic();
        var instance = cases.entered(clinic);

        clinic.complete(instance, "confirmApplication", Map.of("action", "quit"));

        assertThat(instance).isEnded().hasPassed("applicationDropped");
        assertThat(mailsTo(clinic)).isEmpty();
    }
}
