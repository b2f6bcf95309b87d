package jp.fudamori.process.reissue;

import static jp.fudamori.ca.RevocationReason.KEY_COMPROMISE;
import static jp.fudamori.ca.RevocationReason.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.Person;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.HeldCertificate.Standing;
import jp.fudamori.certificate.Replacements;
import jp.fudamori.common.Refusal;
import jp.fudamori.notice.Letter;
import jp.fudamori.process.LifeOfACertificate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 再発行: a loss makes void what was lost, at once; then comes a new application with a new consent and a new fee. */
class CertificateReissueIT extends LifeOfACertificate {

    @Autowired
    Replacements replacements;

    private ProcessInstance begun(Person by, LineNumber line) {
        return by.start("certificate-reissue", Map.of("lineNumber", line.toString()));
    }

    private static Map<String, Object> loss(String kind) {
        return Map.of("kind", kind, "lostOn", TODAY, "place", "受付", "circumstances", "引き出しにない。");
    }

    private ProcessInstance reported(Person by, LineNumber line, String kind) {
        var instance = begun(by, line);
        by.complete(instance, "describeLoss", loss(kind));
        by.complete(instance, "confirmLoss", Map.of("action", "report"));
        return instance;
    }

    private void download(LineNumber line) {
        var secrets = certificates.secrets(line);
        downloads.download(secrets.referenceId(), secrets.authorizationCode(), "10.1.2.3");
    }

    /** The application that was prepared, where its clinic goes on. */
    private ProcessInstance prepared(Person clinic) {
        var task = clinic.tasks().stream()
                .filter(open -> open.getTaskDefinitionKey().equals("consentToFee"))
                .findFirst()
                .orElseThrow();
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
    }

    private ProcessInstance submitted(Person clinic) {
        var application = prepared(clinic);
        clinic.complete(application, "consentToFee", Map.of("consent", true));
        clinic.complete(
                application,
                "enterApplication",
                Map.of("contactName", "事務部 鈴木花子", "terminalNames", shown(application, "terminalNames")));
        clinic.complete(application, "confirmApplication", Map.of("action", "submit"));
        return application;
    }

    @ParameterizedTest
    @CsvSource({"letter-before-download", "terminal-stolen"})
    void whatMayBeInOtherHandsIsRevokedAtOnce(String kind) {
        var clinic = people.clinic();
        var application = cases.issued(clinic, "受付端末");
        var notice = cases.posted(application, LocalDate.parse(TODAY));
        var line = line(application, 1);

        var instance = reported(clinic, line, kind);

        assertThat(instance).isEnded().hasPassed("acceptLoss", "sendLossAccepted", "reissuePrepared");
        assertThat(reasonOf(line)).isEqualTo(KEY_COMPROMISE);
        assertThat(downloads.isClosed(line)).isTrue();
        assertThat(letterOf(line)).isInstanceOf(Letter.Voided.class);
        assertThat(notice).isWaitingAt("stopLetter");
        assertThat(lastMailTo(clinic)).contains("使えなくなりました", "すぐに失効させました", "発行料");
        assertThat(prepared(clinic)).isWaitingAt("consentToFee");
    }

    @Test
    void otherwiseTheNewCertificateSupersedesTheOldOne() {
        var clinic = people.clinic();
        var old = line(cases.issued(clinic, "受付端末"), 1);
        download(old);
        reported(clinic, old, "file-lost");
        assertThat(isRevoked(old)).as("in use until the new one is there").isFalse();
        assertThat(downloads.isClosed(old)).as("the old ids are void at once").isTrue();

        var application = submitted(clinic);

        var number = cases.number(application);
        assertThat(applications.find(number).orElseThrow().submission().kind()).isEqualTo(ApplicationKind.REISSUE);
        assertThat(shown(application, "route")).startsWith("優先審査（再発行の申請です。");
        assertThat(replacements.replacing(old)).contains(line(application, 1));
        cases.issued(application);

        assertThat(reasonOf(old)).isEqualTo(SUPERSEDED);
        assertThat(isRevoked(line(application, 1))).isFalse();
        assertThat(certificates.heldBy(clinic.institution()))
                .extracting(held -> held.standingOn(LocalDate.parse(TODAY)))
                .containsExactly(Standing.VALID, Standing.REPLACED);
        assertThat(jdbc.sql("select count(*) from fee where institution_code = :code")
                        .param("code", clinic.institution().value())
                        .query(Integer.class)
                        .single())
                .as("one fee for each issue")
                .isEqualTo(2);
        assertThat(cases.noticeOf(application)).as("a new letter").isNotNull();
    }

    @Test
    void aLostLetterTakesAllItsTerminalsWithIt() {
        var clinic = people.clinic();
        var application = cases.issued(clinic, "受付端末", "診察室");

        var instance = begun(clinic, line(application, 1));
        clinic.complete(instance, "describeLoss", loss("letter-before-download"));
        assertThat(shown(instance, "certificates")).contains("受付端末", "診察室");
        clinic.complete(instance, "confirmLoss", Map.of("action", "report"));

        assertThat(reasonOf(line(application, 1))).isEqualTo(KEY_COMPROMISE);
        assertThat(reasonOf(line(application, 2))).isEqualTo(KEY_COMPROMISE);
        var reissue = submitted(clinic);
        assertThat(applications
                        .find(cases.number(reissue))
                        .orElseThrow()
                        .particulars()
                        .terminalNames())
                .containsExactly("受付端末", "診察室");
    }

    @Test
    void theLetterThatTurnsUpIsUseless() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var secrets = certificates.secrets(line);

        reported(clinic, line, "letter-before-download");

        assertThatThrownBy(() -> downloads.download(secrets.referenceId(), secrets.authorizationCode(), "10.1.2.3"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("通知書は破棄してください");
    }

    @Test
    void theLossStaysWhenTheClinicDropsTheNewApplication() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        reported(clinic, line, "terminal-stolen");
        var application = prepared(clinic);

        clinic.complete(application, "consentToFee", Map.of("consent", false));

        assertThat(application).isEnded().hasPassed("applicationDropped");
        assertThat(reasonOf(line)).isEqualTo(KEY_COMPROMISE);
        reported(clinic, line, "terminal-stolen");
        assertThat(prepared(clinic)).as("it may ask again").isWaitingAt("consentToFee");
    }

    @Test
    void afterTheDownloadPeriodANewOneIsPaidFor() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var early = begun(clinic, line);
        assertThatThrownBy(() -> clinic.complete(early, "describeLoss", loss("period-over")))
                .hasMessageContaining("まだ過ぎていません");
        clock.standAt(LocalDateTime.of(2027, 5, 20, 0, 0));

        clinic.complete(early, "describeLoss", loss("period-over"));
        clinic.complete(early, "confirmLoss", Map.of("action", "report"));

        assertThat(isRevoked(line)).isFalse();
        cases.issued(submitted(clinic));
        assertThat(reasonOf(line)).isEqualTo(SUPERSEDED);
    }

    @Test
    void theCallCentreTakesTheReportOnThePhoneAndTheClinicGoesOn() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var staff = people.staff(Role.CALL_CENTRE);
        var call = staff.start(
                "phone-call",
                Map.of("institutionCode", clinic.institution().value(), "caller", "鈴木", "identityCheck", "CALLBACK"));

        reported(staff, line, "letter-before-download");

        assertThat(reasonOf(line)).isEqualTo(KEY_COMPROMISE);
        assertThat(prepared(staff)).isWaitingAt("consentToFee");
        staff.complete(call, "endCall", Map.of());
        assertThat(submitted(clinic)).isWaitingAt("reviewApplication");
    }

    @Test
    void theClinicMayThinkBetterOfIt() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var instance = begun(clinic, line);
        clinic.complete(instance, "describeLoss", loss("terminal-stolen"));
        clinic.complete(instance, "confirmLoss", Map.of("action", "back"));
        clinic.complete(instance, "describeLoss", loss("file-lost"));

        clinic.complete(instance, "confirmLoss", Map.of("action", "drop"));

        assertThat(instance).isEnded().hasPassed("lossDropped");
        assertThat(isRevoked(line)).isFalse();
        assertThat(downloads.isClosed(line)).isFalse();
    }

    @Test
    void whatNobodyGoesOnWithEndsByItself() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var instance = begun(clinic, line);

        cases.runJobs(instance, "lossForgotten");

        assertThat(instance).isEnded().hasPassed("lossForgotten", "lossDropped");
        assertThat(begun(clinic, line)).as("it may be begun again").isWaitingAt("describeLoss");
    }

    @ParameterizedTest
    @CsvSource({
        "terminal-stolen, 2026-11-21, これから先の日",
        "terminal-stolen, 2026-11-19, 発行日",
        "letter-after-download, 2026-11-20, まだダウンロードされていません"
    })
    void whatCannotHaveHappenedIsRefused(String kind, String day, String message) {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var instance = begun(clinic, line);

        assertThatThrownBy(() ->
                        clinic.complete(instance, "describeLoss", Map.of("kind", kind, "lostOn", day, "place", "受付")))
                .hasMessageContaining(message);
        assertThat(instance).isWaitingAt("describeLoss");
    }

    @Test
    void anotherClinicsCertificateIsNotFound() {
        var application = cases.issued(people.clinic(), "受付端末");
        var stranger = people.clinic();

        assertThatThrownBy(() -> begun(stranger, line(application, 1))).hasMessageContaining("見つかりません");
        assertThatThrownBy(() -> begun(stranger, line(application, 2))).hasMessageContaining("見つかりません");
    }

    @Test
    void aCertificateHasOneOpenReportAndOneReplacement() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var instance = begun(clinic, line);
        assertThatThrownBy(() -> begun(clinic, line)).hasMessageContaining("書きかけ");
        clinic.complete(instance, "describeLoss", loss("terminal-stolen"));
        clinic.complete(instance, "confirmLoss", Map.of("action", "report"));
        var first = prepared(clinic);
        reported(clinic, line, "terminal-stolen");
        var both = clinic.tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals("consentToFee"))
                .map(task -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .toList();
        assertThat(both).hasSize(2);
        for (var each : both) {
            clinic.complete(each, "consentToFee", Map.of("consent", true));
            clinic.complete(each, "enterApplication", Map.of("contactName", "鈴木", "terminalNames", "受付端末"));
        }
        var second = both.stream()
                .filter(each -> !each.getId().equals(first.getId()))
                .findFirst()
                .orElseThrow();
        clinic.complete(first, "confirmApplication", Map.of("action", "submit"));

        assertThatThrownBy(() -> clinic.complete(second, "confirmApplication", Map.of("action", "submit")))
                .hasMessageContaining("すでに申請されています");
        assertThatThrownBy(() -> begun(clinic, line)).hasMessageContaining("すでに申請されています");
    }

    @Test
    void theNumberOfTerminalsOfAReissueIsFixed() {
        var clinic = people.clinic();
        reported(clinic, line(cases.issued(clinic, "受付端末"), 1), "terminal-stolen");
        var application = prepared(clinic);
        clinic.complete(application, "consentToFee", Map.of("consent", true));

        assertThatThrownBy(() -> clinic.complete(
                        application, "enterApplication", Map.of("contactName", "鈴木", "terminalNames", "受付端末\n診察室")))
                .hasMessageContaining("台数を変えられません");
        clinic.complete(application, "enterApplication", Map.of("contactName", "鈴木", "terminalNames", "新しい受付端末"));
        assertThat(application).isWaitingAt("confirmApplication");
    }

    @Test
    void aRevokedCertificateIsAppliedForAnew() {
        var clinic = people.clinic();
        var line = line(cases.issued(clinic, "受付端末"), 1);
        var revocation = clinic.start("certificate-revocation", Map.of("lineNumbers", line.toString()));
        clinic.complete(revocation, "enterRevocation", Map.of("cause", "closing"));
        clinic.complete(revocation, "confirmRevocation", Map.of("action", "revoke"));

        assertThatThrownBy(() -> begun(clinic, line)).hasMessageContaining("再発行できません");
    }
}
