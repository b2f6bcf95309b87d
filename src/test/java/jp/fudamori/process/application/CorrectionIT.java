package jp.fudamori.process.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.fudamori.Person;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Abandoned;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Submitted;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** 差戻し and 補正: an application goes back to its clinic and comes again, or does not. */
class CorrectionIT extends TurnOfAnApplication {

    private ProcessInstance givenBack(Person clinic, List<String> terminals) {
        var instance = cases.submitted(clinic, terminals);
        people.reviewer()
                .complete(
                        instance,
                        "reviewApplication",
                        Map.of(
                                "decision", "return",
                                "contactRemark", "部署名も入力してください。",
                                "terminalRemark", "2台を見分けられる名称にしてください。"));
        return instance;
    }

    private CertificateApplication application(ProcessInstance instance) {
        return applications.find(cases.number(instance)).orElseThrow();
    }

    @Test
    void showsTheClinicWhatIsWrongBesideWhatItWrote() {
        var clinic = people.clinic();
        var instance = givenBack(clinic, List.of("受付PC", "受付PC2"));

        assertThat(instance).isWaitingAt("correctApplication");
        assertThat(shown(instance, "remarks")).isEqualTo("担当部署/担当者名: 部署名も入力してください。\n端末名称等: 2台を見分けられる名称にしてください。");
        assertThat(shown(instance, "contactNameRemark")).isEqualTo("部署名も入力してください。");
        assertThat(shown(instance, "terminalNamesRemark")).isEqualTo("2台を見分けられる名称にしてください。");
        assertThat(shown(instance, "terminalNames")).isEqualTo("受付PC\n受付PC2");
        assertThat(shown(instance, "due")).isEqualTo("2026年12月20日（日）");
        assertThat(lastMailTo(clinic)).contains("部署名も入力してください", "2026年12月20日（日）", "発行料は発生");
    }

    @Test
    void theClockStandsStillWhileTheClinicMustAnswer() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        clock.standAt(LocalDateTime.of(2026, 11, 25, 10, 0)); // two of five business days are gone
        people.reviewer()
                .complete(instance, "reviewApplication", Map.of("decision", "return", "otherRemark", "電話で確認してください。"));
        clock.standAt(LocalDateTime.of(2026, 12, 14, 10, 0));

        clinic.complete(instance, "correctApplication", Map.of("contactName", "事務部 佐藤", "terminalNames", "受付PC"));

        assertThat(instance).isWaitingAt("reviewApplication");
        assertThat(application(instance)).isInstanceOfSatisfying(Submitted.class, again -> {
            assertThat(again.submission().reviewDue()).as("three days left").isEqualTo("2026-12-17");
            assertThat(again.particulars().contactName()).isEqualTo("事務部 佐藤");
            assertThat(again.submission().submittedAt())
                    .as("it came in on the first day")
                    .isEqualTo("2026-11-20T01:00:00Z");
        });
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("reviewOverdue")
                        .singleResult()
                        .getDuedate())
                .isEqualTo("2026-12-17T23:59:59+09:00");
        assertThat(mailsTo(clinic).get(2)).contains("補正");
    }

    @Test
    void aCorrectedApplicationComesBeforeTheOthers() {
        var clinic = people.clinic();
        var instance = givenBack(clinic, List.of("受付PC"));

        clinic.complete(instance, "correctApplication", Map.of("contactName", "事務部 佐藤", "terminalNames", "受付PC"));

        assertThat(priority(instance)).isGreaterThan(50);
        assertThat(shown(instance, "route")).isEqualTo("優先審査（医療機関が補正した申請です。）");
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        assertThat(application(instance)).isInstanceOf(Approved.class);
    }

    @Test
    void mayGoBackSeveralTimesWithAMailForEach() {
        var clinic = people.clinic();
        var instance = givenBack(clinic, List.of("受付PC"));
        clinic.complete(instance, "correctApplication", Map.of("contactName", "佐藤", "terminalNames", "受付PC"));
        people.reviewer()
                .complete(instance, "reviewApplication", Map.of("decision", "return", "contactRemark", "まだ足りません。"));

        assertThat(lastMailTo(clinic)).contains("まだ足りません。");
        assertThat(shown(instance, "remarks")).isEqualTo("担当部署/担当者名: まだ足りません。");
    }

    @Test
    void aCorrectionAddsNoTerminalNobodyAgreedToPayFor() {
        var clinic = people.clinic();
        var instance = givenBack(clinic, List.of("受付PC"));

        assertThatThrownBy(() -> clinic.complete(
                        instance, "correctApplication", Map.of("contactName", "佐藤", "terminalNames", "受付PC\n診察室PC")))
                .hasMessageContaining("端末を増やすことはできません");
        assertThat(instance).isWaitingAt("correctApplication");
    }

    @Test
    void endsWithAMailWhenTheClinicDoesNotAnswer() {
        var clinic = people.clinic();
        var instance = givenBack(clinic, List.of("受付PC"));

        cases.runJobs(instance, "correctionOverdue");

        assertThat(instance).isEnded().hasPassed("correctionAbandoned");
        assertThat(application(instance)).isInstanceOf(Abandoned.class);
        assertThat(lastMailTo(clinic)).contains("発行料は発生");
    }

    @Test
    void wantsARemarkForAReturnAndNoneForAnythingElse() {
        var instance = cases.submitted(people.clinic());

        assertThatThrownBy(
                        () -> people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "return")))
                .hasMessageContaining("理由を1つ以上");
        assertThatThrownBy(() -> people.reviewer()
                        .complete(
                                instance,
                                "reviewApplication",
                                Map.of("decision", "approve", "otherRemark", "確認してください。")))
                .hasMessageContaining("差戻しの理由が入力されています");
        assertThat(instance).isWaitingAt("reviewApplication");
    }
}
