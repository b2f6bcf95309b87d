package jp.fudamori.process.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import jp.fudamori.Person;
import jp.fudamori.account.Role;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.ApprovedOnce;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.institution.InstitutionRegistry;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 二次承認: two officers, never the same one, and nothing may change in between. */
class SecondApprovalIT extends TurnOfAnApplication {

    @Autowired
    InstitutionRegistry registry;

    private ProcessInstance approvedOnce(Person clinic, Person first, Map<String, Object> besides) {
        var instance = cases.submitted(
                clinic,
                IntStream.rangeClosed(1, 11).mapToObj(each -> "端末" + each).toList());
        var values = new HashMap<String, Object>(Map.of("decision", "approve"));
        values.putAll(besides);
        first.complete(instance, "reviewApplication", values);
        return instance;
    }

    private CertificateApplication application(ProcessInstance instance) {
        return applications.find(cases.number(instance)).orElseThrow();
    }

    @Test
    void isAskedForWithTheReasonAndGivenByAnotherOfficer() {
        var clinic = people.clinic();
        var supervisor = people.staff(Role.SUPERVISOR);
        var instance = approvedOnce(clinic, people.reviewer(), Map.of("refusedLines", "2,3", "reason", "重複しています。"));

        assertThat(instance).isWaitingAt("approveSecond");
        assertThat(application(instance)).isInstanceOf(ApprovedOnce.class);
        assertThat(shown(instance, "route")).isEqualTo("二次承認あり（端末が10台を超えています。）");
        assertThat(shown(instance, "firstApproval")).contains("reviewer-a が承認", "2番、3番", "重複しています。");
        assertThat(mailsTo(supervisor)).singleElement().asString().contains("二次承認");

        supervisor.complete(instance, "approveSecond", Map.of("decision", "approve"));

        assertThat(application(instance)).isInstanceOfSatisfying(Approved.class, approved -> {
            assertThat(approved.lines()).hasSize(9);
            assertThat(approved.decidedBy()).isEqualTo(supervisor.id());
        });
        assertThat(lastMailTo(clinic)).contains("端末2", "重複しています。");
        assertThat(instance).isWaitingAt("vetCertificate");
    }

    @Test
    void isNeverGivenByTheSameOfficer() {
        var both = people.staff("both-a", Role.REVIEWER, Role.SUPERVISOR);
        var instance = approvedOnce(people.clinic(), both, Map.of());

        assertThatThrownBy(() -> both.complete(instance, "approveSecond", Map.of("decision", "approve")))
                .hasMessageContaining("最初に承認した人は");
        assertThat(instance).isWaitingAt("approveSecond");
    }

    @Test
    void mayBeRefused() {
        var instance = approvedOnce(people.clinic(), people.reviewer(), Map.of("refusedLines", "1", "reason", "不要"));

        people.staff(Role.SUPERVISOR).complete(instance, "approveSecond", Map.of("decision", "back"));

        assertThat(instance).isWaitingAt("reviewApplication");
        assertThat(application(instance)).isInstanceOf(Submitted.class);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        people.staff(Role.SUPERVISOR).complete(instance, "approveSecond", Map.of("decision", "approve"));
        assertThat(application(instance))
                .isInstanceOfSatisfying(
                        Approved.class,
                        approved -> assertThat(approved.refused()).isEmpty());
    }

    @Test
    void anyChangeVoidsTheFirstApproval() {
        var clinic = people.clinic();
        var instance = approvedOnce(clinic, people.reviewer(), Map.of());
        var csv = """
                医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日
                %s,移転した歯科,2,530-0002,大阪府大阪市北区曽根崎新地二丁目2番2号,06-1234-5678,2020-04-01
                """.formatted(clinic.institution());
        assertThat(registry.importInstitutions(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
                        .accepted())
                .isTrue();

        people.staff(Role.SUPERVISOR).complete(instance, "approveSecond", Map.of("decision", "approve"));

        assertThat(instance).isWaitingAt("reviewApplication");
        assertThat(application(instance)).isInstanceOf(Submitted.class);
        assertThat(shown(instance, "institutionName")).isEqualTo("移転した歯科");
    }

    @Test
    void isHandedOnWhenThePromisedTimeIsOver() {
        var clinic = people.clinic();
        var instance = approvedOnce(clinic, people.reviewer(), Map.of());
        clock.standAt(LocalDateTime.of(2026, 12, 1, 9, 0));

        cases.runJobs(instance, "secondApprovalOverdue");
        cases.runJobs(instance, "escalateReview");

        assertThat(priority(instance)).isEqualTo(100);
        assertThat(lastMailTo(clinic)).contains("2026年12月4日（金）");
    }
}
