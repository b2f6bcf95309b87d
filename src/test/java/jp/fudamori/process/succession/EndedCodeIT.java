package jp.fudamori.process.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import jp.fudamori.InvariantChecker;
import jp.fudamori.Person;
import jp.fudamori.account.Role;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.CertificateApplication.Returned;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.Import;
import jp.fudamori.process.fault.BrokenSteps;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** After the last day of a code it gets no certificate any more, how far its application may have come. */
class EndedCodeIT extends EndedCodes {

    private static final String ENDED = "2026年11月24日で廃止されたため、電子証明書を発行できません";
    private static final Map<String, Object> APPROVE = Map.of("decision", "approve");

    @Autowired
    FeeDesk fees;

    @Autowired
    DataSource database;

    @Autowired
    BrokenSteps steps;

    @AfterEach
    void mend() {
        steps.mend();
    }

    private static boolean isSuccession(String how) {
        return how.equals("succession");
    }

    private void over(String how, Person clinic) {
        if (isSuccession(how)) {
            succeeded(clinic);
        } else {
            closed(clinic);
        }
    }

    private List<String> violations(ProcessInstance instance) {
        return InvariantChecker.of(database).violations(Set.of(cases.number(instance)));
    }

    private List<String> withheldMails(Person clinic) {
        return jdbc.sql("select body from mail where recipient = :to and kind = 'certificate-withheld'")
                .param("to", clinic.account().mail())
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"closing", "succession"})
    void noApplicationBeginsAfterTheLastDay(String how) {
        var clinic = people.clinic();
        over(how, clinic);

        assertThatThrownBy(() -> clinic.start("certificate-application"))
                .hasMessageContaining(ENDED)
                .hasMessageContaining(isSuccession(how) ? "承継先の医療機関コード" : "コールセンター");

        clock.standAt(CLOSED_ON.plusDays(400).atTime(9, 0));
        assertThatThrownBy(() -> clinic.start("certificate-application")).hasMessageContaining(ENDED);

        clock.standAt(CLOSED_ON.atTime(23, 59));
        assertThat(clinic.start("certificate-application")).isWaitingAt("confirmQualification");
    }

    @Test
    void whatWasBeingWrittenIsNotTakenInAndCanBeGivenUp() {
        var clinic = people.clinic();
        var draft = cases.entered(clinic);
        closed(clinic);

        assertThatThrownBy(() -> clinic.complete(draft, "confirmApplication", Map.of("action", "submit")))
                .hasMessageContaining(ENDED);
        assertThat(draft).isWaitingAt("confirmApplication");

        clinic.complete(draft, "confirmApplication", Map.of("action", "quit"));
        assertThat(draft).isEnded().hasPassed("applicationDropped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"closing", "succession"})
    void whatWaitsForItsReviewCanOnlyBeRejected(String how) {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        over(how, clinic);

        assertThatThrownBy(() -> people.reviewer().complete(instance, "reviewApplication", APPROVE))
                .hasMessageContaining(ENDED);
        assertThat(applications.find(cases.number(instance)).orElseThrow()).isInstanceOf(Submitted.class);

        people.reviewer()
                .complete(instance, "reviewApplication", Map.of("decision", "reject", "reason", "医療機関コードが廃止されたため"));
        assertThat(instance).isEnded().hasPassed("applicationRejected");
        assertThat(applications.find(cases.number(instance)).orElseThrow()).isInstanceOf(Rejected.class);
        assertThat(lastMailTo(clinic)).contains("医療機関コードが廃止されたため", "発行料は発生しません");
        assertThat(violations(instance)).isEmpty();
    }

    @Test
    void theReviewerSeesThatTheCodeHasEnded() {
        var clinic = people.clinic();
        ended(clinic.institution(), CLOSED_ON, "");

        var instance = cases.submitted(clinic);

        assertThat(shown(instance, "findings")).contains("廃止: 2026年11月24日（火）");
    }

    @Test
    void aSecondOfficerCannotApproveEither() {
        var clinic = people.clinic();
        cases.rejected(clinic, "対象外の施設です。");
        var instance = cases.submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", APPROVE);
        assertThat(instance).isWaitingAt("approveSecond");
        closed(clinic);

        assertThatThrownBy(() -> people.staff(Role.SUPERVISOR).complete(instance, "approveSecond", APPROVE))
                .hasMessageContaining(ENDED);

        people.staff(Role.SUPERVISOR).complete(instance, "approveSecond", Map.of("decision", "back"));
        assertThat(instance).isWaitingAt("reviewApplication");
    }

    @Test
    void whatWasGivenBackIsNotTakenInAgain() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        people.reviewer()
                .complete(
                        instance, "reviewApplication", Map.of("decision", "return", "contactRemark", "部署名も入力してください。"));
        closed(clinic);

        assertThatThrownBy(() -> clinic.complete(
                        instance, "correctApplication", Map.of("contactName", "事務部 佐藤", "terminalNames", "受付PC")))
                .hasMessageContaining(ENDED);
        assertThat(applications.find(cases.number(instance)).orElseThrow()).isInstanceOf(Returned.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vetCertificate", "signCertificate"})
    void whatWasApprovedInTimeAndNotSignedIsGivenUpWithAMailAndWithoutAFee(String standingAt) {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", APPROVE);
        if (standingAt.equals("signCertificate")) {
            cases.runJobs(instance, "vetCertificate");
        }
        closed(clinic);

        cases.runJobs(instance, standingAt);

        assertThat(instance).isEnded().hasPassed("withholdCertificate", "lineWithheld", "nothingToDeliver");
        assertThat(incidents(instance)).isZero();
        var number = cases.number(instance);
        assertThat(applications.find(number).orElseThrow()).isInstanceOfSatisfying(Approved.class, approved -> {
            assertThat(approved.lines()).isEmpty();
            assertThat(approved.refused()).containsEntry(line(instance, 1), "医療機関コードが廃止されたため");
        });
        assertThat(certificates.issuedOf(number)).isEmpty();
        assertThat(fees.fees(number.value())).isEmpty();
        assertThat(withheldMails(clinic)).singleElement().asString().contains("医療機関コードが廃止されたため", "発行料は発生しません");
        assertThat(jdbc.sql(
                                "select count(*) from certificate where application_number = :n and private_key is not null")
                        .param("n", number.value())
                        .query(Long.class)
                        .single())
                .as("keys left")
                .isZero();
        clock.standAt(CLOSED_ON.atTime(12, 0));
        assertThatThrownBy(() -> certificates.sign(line(instance, 1)))
                .as("whatever the clock says, it is over")
                .isInstanceOf(IllegalStateException.class);
        assertThat(violations(instance)).isEmpty();
        assertThat(InvariantChecker.of(database).settled().violations(Set.of(number)))
                .noneMatch(violation -> violation.startsWith("approved-line-complete"));
    }

    @Test
    void whatBreaksOffWhileItIsGivenUpIsDoneWhollyAndOnceTheNextTime() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", APPROVE);
        cases.runJobs(instance, "vetCertificate");
        closed(clinic);
        var keys = "select count(*) from certificate where application_number = :n and private_key is not null";
        steps.breakDown("sendWithheld", any -> true);

        assertThatThrownBy(() -> cases.runJobs(instance, "signCertificate"))
                .hasMessageContaining("broken in this test");
        assertThat(withheldMails(clinic)).isEmpty();
        assertThat(jdbc.sql(keys)
                        .param("n", cases.number(instance).value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        steps.mend();
        cases.runJobs(instance, "signCertificate");
        assertThat(instance).isEnded().hasPassed("nothingToDeliver");
        assertThat(withheldMails(clinic)).hasSize(1);
        assertThat(violations(instance)).isEmpty();
    }

    @Test
    void theTerminalsThatWereSignedInTimeKeepTheirCertificatesAndTheOthersAreGivenUp() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic, List.of("受付PC", "診察室PC", "会計PC"));
        people.reviewer().complete(instance, "reviewApplication", APPROVE);
        var jobs = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("vetCertificate")
                .list();
        engine.getManagementService().executeJob(jobs.get(0).getId());
        cases.runJobs(instance, "signCertificate");
        engine.getManagementService().executeJob(jobs.get(1).getId());
        succeeded(clinic);

        cases.runJobs(instance, "signCertificate");
        cases.runJobs(instance, "vetCertificate");

        assertThat(instance).isWaitingAt("deliverNotice");
        var number = cases.number(instance);
        assertThat(certificates.issuedOf(number)).hasSize(1);
        var signed = certificates.issuedOf(number).get(0).line();
        assertThat(((Approved) applications.find(number).orElseThrow()).lines()).containsExactly(signed);
        assertThat(letterOf(signed).envelope().lines()).containsExactly(signed);
        assertThat(fees.fees(number.value())).singleElement();
        assertThat(withheldMails(clinic)).hasSize(2);
        assertThat(violations(instance)).isEmpty();
    }

    @Test
    void whoSignsAgainAfterTheEndFindsWhatIsSigned() {
        var clinic = people.clinic();
        var instance = cases.issued(clinic, "受付PC");
        closed(clinic);

        certificates.vet(line(instance, 1));
        certificates.sign(line(instance, 1));

        assertThat(certificates.issuedOf(cases.number(instance))).hasSize(1);
    }

    @Test
    void aClockThatWasWrongWithholdsNothing() {
        var clinic = people.clinic();
        var instance = cases.submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", APPROVE);
        closed(clinic);
        assertThatThrownBy(() -> certificates.vet(line(instance, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(ENDED);

        clock.standAt(CLOSED_ON.atTime(23, 59));
        cases.runJobs(instance, "vetCertificate");
        cases.runJobs(instance, "signCertificate");

        assertThat(certificates.issuedOf(cases.number(instance))).hasSize(1);
    }

    @Test
    void aRecordInDoubtCountsUntilSomebodyFindsItWrong() {
        var clinic = people.clinic();
        var longAgo = LocalDate.of(2019, 3, 31);
        ended(clinic.institution(), longAgo, "");
        var ending = ending(clinic.institution());
        assertThat(ending).isWaitingAt("verifySuccession");
        assertThatThrownBy(() -> clinic.start("certificate-application")).hasMessageContaining("廃止された");

        people.staff(Role.CALL_CENTRE)
                .complete(ending, "verifySuccession", Map.of("decision", "wrong", "note", "厚生局に確認した。"));
        var instance = cases.issued(clinic, "受付PC");
        assertThat(certificates.issuedOf(cases.number(instance))).hasSize(1);
        assertThat(violations(instance)).isEmpty();

        assertThat(ended(clinic.institution(), longAgo, ""))
                .as("the registry says it once more")
                .isEqualTo(new Import(0, 0, 0, 1, List.of()));
        assertThat(endings.hasEnded(clinic.institution())).isFalse();
    }

    @Test
    void noFileOfTheRegistryTakesAnEndingBack() {
        var clinic = people.clinic();
        closed(clinic);

        assertThat(ended(clinic.institution(), CLOSED_ON.plusYears(1), "").refused())
                .singleElement();
        assertThat(ended(
                                clinic.institution(),
                                CLOSED_ON,
                                people.institutionWithoutAccount().value())
                        .refused())
                .singleElement();

        assertThatThrownBy(() -> clinic.start("certificate-application")).hasMessageContaining(ENDED);
    }

    @Test
    void aCodeWithoutAccountAtItsEndGetsNoCertificateEither() {
        var code = people.institutionWithoutAccount();
        ended(code, CLOSED_ON.minusDays(30), "");

        assertThat(ending(code)).isNull();
        assertThat(endings.hasEnded(code)).isTrue();
    }

    @Test
    void aLossAfterTheEndIsAMatterOfRevocation() {
        var clinic = people.clinic();
        var instance = cases.issued(clinic, "受付PC");
        succeeded(clinic);

        assertThatThrownBy(() -> clinic.start(
                        "certificate-reissue",
                        Map.of("lineNumber", line(instance, 1).toString())))
                .hasMessageContaining("失効を申請してください");
    }

    @Test
    void aLossThatIsBeingWrittenWhenTheCodeEndsIsNotTakenIn() {
        var clinic = people.clinic();
        var instance = cases.issued(clinic, "受付PC");
        var report = clinic.start(
                "certificate-reissue", Map.of("lineNumber", line(instance, 1).toString()));
        clinic.complete(
                report,
                "describeLoss",
                Map.of("kind", "terminal-stolen", "lostOn", TODAY, "place", "受付", "circumstances", "盗まれた。"));
        succeeded(clinic);

        assertThatThrownBy(() -> clinic.complete(report, "confirmLoss", Map.of("action", "report")))
                .hasMessageContaining("失効を申請してください");

        assertThat(isRevoked(line(instance, 1))).isFalse();
        clinic.complete(report, "confirmLoss", Map.of("action", "drop"));
        assertThat(report).isEnded().hasPassed("lossDropped");
    }
}
