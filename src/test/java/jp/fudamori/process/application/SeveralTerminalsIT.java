package jp.fudamori.process.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.IssuedApplications;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.fee.Fee;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.notice.LetterDesk;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 1 to 50 terminals in one application: one certificate, one fee, one secrets page each, one envelope. */
class SeveralTerminalsIT extends TurnOfAnApplication {

    @Autowired
    CertificateDesk certificates;

    @Autowired
    FeeDesk fees;

    @Autowired
    LetterDesk letters;

    private static final List<String> TERMINALS = List.of("受付PC", "診察室PC", "会計PC");

    private ProcessInstance approved(Map<String, Object> decision) {
        var instance = cases.submitted(people.clinic(), TERMINALS);
        people.reviewer().complete(instance, "reviewApplication", decision);
        return instance;
    }

    private String letterOf(ProcessInstance delivery) {
        return String.valueOf(engine.getRuntimeService().getVariable(delivery.getId(), "letterNumber"));
    }

    @Test
    void eachGetsACertificateAndAFeeAndAllOneEnvelope() {
        var instance = approved(Map.of("decision", "approve"));

        cases.runJobs(instance, "vetCertificate");
        cases.runJobs(instance, "signCertificate");

        var number = cases.number(instance);
        assertThat(certificates.issuedOf(number)).hasSize(3);
        assertThat(fees.fees(number.value()))
                .extracting(Fee::reference)
                .containsExactly(number + "-01", number + "-02", number + "-03");
        var deliveries = children(instance);
        assertThat(deliveries).hasSize(1);
        cases.runJobs(deliveries.get(0), "printLetter");
        assertThat(shown(deliveries.get(0), "letterNumber")).isEqualTo(letterOf(deliveries.get(0)));
    }

    @Test
    void whatIsNotApprovedGetsNeitherCertificateNorFee() {
        var instance = approved(Map.of("decision", "approve", "refusedLines", "２、３", "reason", "台数を確認できません。"));

        cases.runJobs(instance, "vetCertificate");
        cases.runJobs(instance, "signCertificate");

        var number = cases.number(instance);
        assertThat(certificates.issuedOf(number))
                .singleElement()
                .satisfies(only -> assertThat(only.line().position()).isOne());
        assertThat(fees.fees(number.value())).hasSize(1);
        assertThat(instance).hasPassed("sendPartialApproval").isWaitingAt("deliverNotice");
    }

    @Test
    void onePositionMustRemainAndEachMustExist() {
        var instance = cases.submitted(people.clinic(), TERMINALS);
        var reviewer = people.reviewer();

        assertThatThrownBy(() -> reviewer.complete(
                        instance,
                        "reviewApplication",
                        Map.of("decision", "approve", "refusedLines", "1,2,3", "reason", "不要")))
                .hasMessageContaining("「却下」を選んでください");
        assertThatThrownBy(() -> reviewer.complete(
                        instance,
                        "reviewApplication",
                        Map.of("decision", "approve", "refusedLines", "4", "reason", "不要")))
                .hasMessageContaining("4 番の端末はありません");
        assertThatThrownBy(() -> reviewer.complete(
                        instance, "reviewApplication", Map.of("decision", "approve", "refusedLines", "1")))
                .hasMessageContaining("理由を入力してください");
        assertThat(instance).isWaitingAt("reviewApplication");
    }

    @Test
    void aLineThatHangsDoesNotHoldTheOthers() {
        var instance = approved(Map.of("decision", "approve"));
        cases.runJobs(instance, "vetCertificate");
        var sign = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("signCertificate")
                .list();
        engine.getManagementService().executeJob(sign.get(0).getId());
        engine.getManagementService().executeJob(sign.get(1).getId());
        assertThat(children(instance)).as("the envelope waits an hour").isEmpty();

        cases.runJobs(instance, "lineDelayed");
        assertThat(children(instance)).hasSize(1);
        engine.getManagementService().executeJob(sign.get(2).getId());

        assertThat(children(instance)).hasSize(2).extracting(this::letterOf).doesNotHaveDuplicates();
        assertThat(fees.fees(cases.number(instance).value())).hasSize(3);
    }

    @Test
    void noEnvelopeIsMadeWhileNothingIsIssued() {
        var instance = approved(Map.of("decision", "approve"));

        cases.runJobs(instance, "lineDelayed");

        assertThat(instance).hasPassed("nothingToDeliver");
        assertThat(children(instance)).isEmpty();
    }

    @Test
    void fiftyAreTakenAndFiftyOneAreNot() {
        var clinic = people.clinic();
        var instance = cases.opened(clinic);
        var fifty = IntStream.rangeClosed(1, 50).mapToObj(each -> "端末" + each).collect(Collectors.joining("\n"));

        assertThatThrownBy(() -> clinic.complete(
                        instance, "enterApplication", Map.of("contactName", "鈴木", "terminalNames", fifty + "\n端末51")))
                .hasMessageContaining("50台まで");
        assertThatThrownBy(() -> clinic.complete(
                        instance, "enterApplication", Map.of("contactName", "鈴木", "terminalNames", "受付\n会計\n受付")))
                .hasMessageContaining("2回入力");
        clinic.complete(instance, "enterApplication", Map.of("contactName", "鈴木", "terminalNames", fifty));

        assertThat(shown(instance, "fee")).isEqualTo("50枚 × 1,500円 = 合計 75,000円（税込）");
    }

    @Test
    void theSameTerminalIsNoticedBeforeTheFee() {
        var clinic = people.clinic();
        var earlier = cases.submitted(clinic, List.of("受付 PC"));
        var instance = cases.opened(clinic);

        clinic.complete(instance, "enterApplication", Map.of("contactName", "鈴木", "terminalNames", "会計PC\n受付ＰＣ"));

        assertThat(shown(instance, "repetition"))
                .contains("受付ＰＣ", "/api/applications/" + cases.number(earlier))
                .doesNotContain("会計PC");
    }

    @Test
    void fiftyTerminalsThatAllAreKnownCanStillBeShown() {
        var clinic = people.clinic();
        var fifty = IntStream.rangeClosed(1, 50)
                .mapToObj(each -> "オンライン資格確認のための受付のパソコンで玄関から数えて第" + each + "号機")
                .toList();
        var earlier = cases.submitted(clinic, fifty);

        var instance = cases.submitted(clinic, fifty);

        assertThat(instance).isWaitingAt("reviewApplication");
        assertThat(shown(instance, "repetition"))
                .contains(cases.number(earlier).value())
                .endsWith("（以下略）");
    }

    @Test
    void theNextApplicationKnowsTheContactButNotTheTerminal() {
        var clinic = people.clinic();
        cases.submitted(clinic, List.of("受付PC"));
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 5));

        var instance = cases.opened(clinic);

        assertThat(shown(instance, "contactName")).isEqualTo(IssuedApplications.CONTACT);
        assertThat(shown(instance, "terminalNames")).isEqualTo("null");
    }
}
