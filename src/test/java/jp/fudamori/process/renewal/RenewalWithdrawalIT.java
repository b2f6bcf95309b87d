package jp.fudamori.process.renewal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jp.fudamori.InvariantChecker;
import jp.fudamori.MovableClock;
import jp.fudamori.Overlap;
import jp.fudamori.Person;
import jp.fudamori.RenewalCases;
import jp.fudamori.RenewalCases.Issued;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.certificate.Certificate.Vetted;
import jp.fudamori.certificate.HeldCertificate.Standing;
import jp.fudamori.certificate.Replacements;
import jp.fudamori.common.Refusal;
import jp.fudamori.reconciliation.ReconciliationDesk;
import jp.fudamori.reissue.Loss;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.LossKind;
import jp.fudamori.renewal.RenewalCase.Stage;
import jp.fudamori.renewal.RenewalWithdrawal;
import jp.fudamori.web.PageClient;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The old certificate is revoked while its renewal is under way, in every order; and what follows each revocation. */
class RenewalWithdrawalIT extends LifeOfARenewal {

    @Autowired
    Replacements replacements;

    @Autowired
    LossDesk losses;

    @Autowired
    RenewalWithdrawal withdrawal;

    @Autowired
    ReconciliationDesk reconciliation;

    @Autowired
    DataSource database;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    /** A renewal that was asked for. */
    private record Asked(Issued issued, LineNumber made, ProcessInstance process) {

        LineNumber old() {
            return issued.line();
        }
    }

    private Asked asked() {
        var issued = cases.issued();
        clock.standAt(cases.daysBefore(issued.line(), 90));
        var made = desk.requestAtTerminal(issued.line());
        return new Asked(issued, made, cases.process(issued.line()));
    }

    private void revoke(LineNumber line, RevocationReason reason) {
        revocations.revoke(line, reason, "test", "");
    }

    private List<String> mails(LineNumber line, String kind) {
        return jdbc.sql("select body from mail where kind = :kind and reference = :number order by mail_id")
                .param("kind", kind)
                .param("number", line.application().value())
                .query(String.class)
                .list();
    }

    private Certificate certificate(LineNumber line) {
        return certificates.of(line).orElseThrow();
    }

    private void assertNeverSigned(Asked asked) {
        assertThat(asked.process()).isEnded().hasPassed("renewalWithdrawn").hasNotPassed("postRenewalFee");
        Assertions.assertThat(certificate(asked.made())).isInstanceOf(Vetted.class);
        Assertions.assertThat(jdbc.sql("""
                        select c.private_key is null and i.certificate is null
                          from certificate c join ca_issuance i using (serial)
                         where c.application_number = ?
                        """)
                        .param(asked.made().application().value())
                        .query(Boolean.class)
                        .single())
                .as("neither key nor certificate")
                .isTrue();
        Assertions.assertThat(fees.fees(asked.made().application().value())).isEmpty();
        Assertions.assertThat(mails(asked.made(), "renewal-withdrawn"))
                .singleElement()
                .asString()
                .contains("更新を取り消しました", "発行料はかかりません");
        Assertions.assertThat(board.of(asked.old()).orElseThrow().stage()).isEqualTo(Stage.OVER);
        assertFetchRefused(asked, "certificate-revoked");
    }

    private void assertFetchRefused(Asked asked, String reason) {
        assertRefused(reason, () -> handover.fetch(asked.old(), RenewalCases.CHOSEN, FROM));
    }

    @Test
    void nothingIsSignedWhereTheOldCertificateWasRevokedBeforeTheVetting() {
        var asked = asked();

        revoke(asked.old(), RevocationReason.CESSATION_OF_OPERATION);
        cases.issue(asked.process());

        assertNeverSigned(asked);
    }

    @Test
    void nothingIsSignedWhereTheOldCertificateWasRevokedAfterTheVetting() {
        var asked = asked();
        cases.run(asked.process(), "vetRenewal");

        revoke(asked.old(), RevocationReason.KEY_COMPROMISE);
        cases.run(asked.process(), "signRenewal");

        assertNeverSigned(asked);
        var page = PageClient.of(asked.issued().clinic(), port)
                .get("/status/" + asked.made().application());
        Assertions.assertThat(page.body()).contains("更新・取消し", "更新もとの電子証明書が失効したため");
    }

    @Test
    void aRevocationThatIsNotCommittedYetIsWaitedForAndHeeded() throws Exception {
        var asked = asked();
        cases.run(asked.process(), "vetRenewal");

        meanwhile(() -> revoke(asked.old(), RevocationReason.KEY_COMPROMISE), () -> {
            cases.run(asked.process(), "signRenewal");
            return true;
        });

        assertNeverSigned(asked);
    }

    @Test
    void aRevocationDuringTheSigningFindsTheNewCertificate() throws Exception {
        var asked = asked();
        cases.run(asked.process(), "vetRenewal");

        meanwhile(() -> cases.run(asked.process(), "signRenewal"), () -> {
            revoke(asked.old(), RevocationReason.KEY_COMPROMISE);
            return true;
        });

        assertThat(asked.process()).isWaitingAt("withdrawSuccessor");
        assertFetchRefused(asked, "certificate-revoked");
        cases.run(asked.process(), "withdrawSuccessor");
        assertWithdrawn(asked, RevocationReason.KEY_COMPROMISE);
    }

    @Test
    void nobodyFetchesWhileTheRevocationIsNotCommittedYet() throws Exception {
        var asked = asked();
        cases.issue(asked.process());

        var fetched = meanwhile(() -> revoke(asked.old(), RevocationReason.KEY_COMPROMISE), () -> {
            try {
                handover.fetch(asked.old(), RenewalCases.CHOSEN, FROM);
                return true;
            } catch (Refusal refused) {
                return false;
            }
        });

        Assertions.assertThat(fetched).isFalse();
        cases.run(asked.process(), "withdrawSuccessor");
        assertWithdrawn(asked, RevocationReason.KEY_COMPROMISE);
    }

    private <T> T meanwhile(Runnable first, Supplier<T> second) throws Exception {
        return new Overlap(transactions, jdbc).whileNotCommitted(first, second);
    }

    private void assertWithdrawn(Asked asked, RevocationReason reason) {
        assertThat(asked.process()).isEnded().hasPassed("renewalWithdrawn");
        Assertions.assertThat(((Revoked) certificate(asked.made())).reason()).isEqualTo(reason);
        assertFollowsFromRevocation(asked, asked.made(), Standing.REVOKED);
        Assertions.assertThat(board.of(asked.old()).orElseThrow().stage()).isEqualTo(Stage.OVER);
        assertNothingIsDue(asked);
    }

    /** In the ledger, as the mail and the portal say; and those who check certificates against fees find nothing. */
    private void assertNothingIsDue(Asked asked) {
        Assertions.assertThat(ledger(asked)).containsExactly("1500 POSTED process", "-1500 REVERSED process");
        Assertions.assertThat(mails(asked.made(), "renewal-withdrawn"))
                .singleElement()
                .asString()
                .contains("新しい電子証明書も失効させました", "発行料はかかりません", "計上した発行料は取り消しました");
        var page = PageClient.of(asked.issued().clinic(), port)
                .get("/status/" + asked.made().application());
        Assertions.assertThat(page.body()).contains("発行料はかかりません", "取り消しました。お支払いは不要です。");
        Assertions.assertThat(findings(asked)).isEmpty();
        Assertions.assertThat(InvariantChecker.of(database)
                        .settled()
                        .violations(Set.of(asked.made().application())))
                .noneMatch(violation -> !violation.startsWith("mail-sent") && !violation.startsWith("no-job"));
    }

    private List<String> ledger(Asked asked) {
        return jdbc.sql("""
                select amount_yen || ' ' || kind || ' ' || recorded_by from fee where reference = ? order by entry_id
                """).param(asked.made().toString()).query(String.class).list();
    }

    private List<String> findings(Asked asked) {
        return reconciliation.reconcile().findings().stream()
                .filter(finding -> finding.reference().equals(asked.made().toString()))
                .map(finding -> finding.kind().name())
                .toList();
    }

    @Test
    void toldTwiceItTakesTheFeeBackOnce() {
        var asked = withdrawn();

        withdrawal.withdraw(asked.old(), asked.made());

        assertWithdrawn(asked, RevocationReason.KEY_COMPROMISE);
    }

    private Asked withdrawn() {
        var asked = asked();
        cases.issue(asked.process());
        revoke(asked.old(), RevocationReason.KEY_COMPROMISE);
        cases.run(asked.process(), "withdrawSuccessor");
        return asked;
    }

    @Test
    void whoeverRevokedTheNewOneBeforeNothingIsDueWhereItWasNeverFetched() {
        var asked = asked();
        cases.issue(asked.process());
        revoke(asked.made(), RevocationReason.CESSATION_OF_OPERATION);
        Assertions.assertThat(ledger(asked)).containsExactly("1500 POSTED process");

        revoke(asked.old(), RevocationReason.CESSATION_OF_OPERATION);
        cases.run(asked.process(), "withdrawSuccessor");

        assertThat(asked.process()).isEnded().hasPassed("renewalWithdrawn");
        assertNothingIsDue(asked);
    }

    @Test
    void whatWasFetchedIsPaidForThoughBothAreRevokedLater() {
        var asked = asked();
        cases.issue(asked.process());
        handover.fetch(asked.old(), RenewalCases.CHOSEN, FROM);
        revoke(asked.made(), RevocationReason.KEY_COMPROMISE);
        revoke(asked.old(), RevocationReason.KEY_COMPROMISE);

        withdrawal.withdraw(asked.old(), asked.made());

        Assertions.assertThat(ledger(asked)).containsExactly("1500 POSTED process");
        Assertions.assertThat(findings(asked)).isEmpty();
    }

    /** In a list soon, in the trail once, in the portal, and told by mail. */
    private void assertFollowsFromRevocation(Asked asked, LineNumber line, Standing standing) {
        var serial = certificate(line).serial().hex();
        Assertions.assertThat(jdbc.sql("select count(*) from ca_unpublished_revocation where serial = ?")
                        .param(serial)
                        .query(Integer.class)
                        .single())
                .isOne();
        Assertions.assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("revocation-list")
                        .activityId("revocationsGathered")
                        .duedateLowerThan(Date.from(clock.instant().plusSeconds(5 * 60)))
                        .count())
                .isPositive();
        Assertions.assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'certificate-revoked' and subject = ?")
                        .param(line.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
        Assertions.assertThat(certificates
                        .held(asked.issued().clinic().institution(), line)
                        .orElseThrow()
                        .standingOn(LocalDate.now(clock)))
                .isEqualTo(standing);
        Assertions.assertThat(mails(line, "certificate-revoked"))
                .singleElement()
                .asString()
                .contains("失効させました");
    }

    @Test
    void whatIsSupersededIsListedWrittenDownShownAndTold() {
        var asked = asked();
        cases.issue(asked.process());
        handover.fetch(asked.old(), RenewalCases.CHOSEN, FROM);
        clock.standAt(
                clock.instant().atZone(MovableClock.TOKYO).toLocalDateTime().plusDays(15));

        cases.run(asked.process(), "supersessionDue");

        assertThat(asked.process()).isEnded().hasPassed("certificateRenewed");
        assertFollowsFromRevocation(asked, asked.old(), Standing.REPLACED);
    }

    @ParameterizedTest(name = "signed {0}")
    @ValueSource(booleans = {true, false})
    void aWithdrawnRenewalDoesNotStandInTheWayOfAReissue(boolean signed) {
        var asked = asked();
        if (signed) {
            cases.issue(asked.process());
            revoke(asked.old(), RevocationReason.KEY_COMPROMISE);
            cases.run(asked.process(), "withdrawSuccessor");
        } else {
            revoke(asked.old(), RevocationReason.KEY_COMPROMISE);
            cases.issue(asked.process());
        }

        var clinic = asked.issued().clinic().id();
        Assertions.assertThat(replacements.replacing(asked.old())).isEmpty();
        Assertions.assertThat(losses.open(asked.old(), clinic).line()).isEqualTo(asked.old());
        assertThatThrownBy(() -> losses.open(asked.made(), clinic))
                .as("one of the two is enough")
                .isInstanceOf(Refusal.class);
    }

    /** As the clinic does it in the portal. */
    private ProcessInstance reportStolen(Person clinic, LineNumber line) {
        var report = describeStolen(clinic, line);
        clinic.complete(report, "confirmLoss", Map.of("action", "report"));
        return report;
    }

    private ProcessInstance describeStolen(Person clinic, LineNumber line) {
        var report = clinic.start("certificate-reissue", Map.of("lineNumber", line.toString()));
        clinic.complete(
                report,
                "describeLoss",
                Map.of(
                        "kind", "terminal-stolen",
                        "lostOn", LocalDate.now(clock).toString(),
                        "place", "受付"));
        return report;
    }

    @ParameterizedTest(name = "signed {0}")
    @ValueSource(booleans = {true, false})
    void aLossOfTheOldOneIsReportedWhileTheNewOneIsMade(boolean signedMeanwhile) {
        var asked = asked();
        cases.run(asked.process(), "vetRenewal");
        var clinic = asked.issued().clinic();
        var report = describeStolen(clinic, asked.old());
        Assertions.assertThat(engine.getTaskService().getVariable(clinic.taskId(report, "confirmLoss"), "effect"))
                .asString()
                .contains("お申込みの更新は取り消します");
        if (signedMeanwhile) {
            cases.run(asked.process(), "signRenewal");
        }

        clinic.complete(report, "confirmLoss", Map.of("action", "report"));

        assertThat(report).isEnded().hasPassed("reissuePrepared");
        Assertions.assertThat(((Revoked) certificate(asked.old())).reason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
        if (signedMeanwhile) {
            cases.run(asked.process(), "withdrawSuccessor");
            assertWithdrawn(asked, RevocationReason.KEY_COMPROMISE);
        } else {
            cases.run(asked.process(), "signRenewal");
            assertNeverSigned(asked);
        }
        Assertions.assertThat(replacements.replacing(asked.old()))
                .as("free for the reissue")
                .isEmpty();
    }

    @Test
    void aLossThatIsNotCommittedYetIsWaitedForAndHeeded() throws Exception {
        var asked = asked();
        cases.run(asked.process(), "vetRenewal");

        meanwhile(() -> reportStolen(asked.issued().clinic(), asked.old()), () -> {
            cases.run(asked.process(), "signRenewal");
            return true;
        });

        assertNeverSigned(asked);
    }

    @Test
    void aLossDuringTheSigningFindsTheNewCertificate() throws Exception {
        var asked = asked();
        cases.run(asked.process(), "vetRenewal");

        meanwhile(() -> cases.run(asked.process(), "signRenewal"), () -> {
            reportStolen(asked.issued().clinic(), asked.old());
            return true;
        });

        assertThat(asked.process()).isWaitingAt("withdrawSuccessor");
        cases.run(asked.process(), "withdrawSuccessor");
        assertWithdrawn(asked, RevocationReason.KEY_COMPROMISE);
    }

    @Test
    void whoLostTheFileAloneIsToldToFetchTheNewOneAndWhoFetchedItToReportThat() {
        var asked = asked();
        var clinic = asked.issued().clinic().id();
        var today = LocalDate.now(clock);
        var stolen = new Loss(LossKind.TERMINAL_STOLEN, today, "受付", "");
        var report = losses.open(asked.old(), clinic).id();
        assertRefused(
                "renewal-under-way", () -> losses.describe(report, new Loss(LossKind.FILE_LOST, today, "受付", "")));
        losses.describe(report, stolen);
        cases.issue(asked.process());
        handover.fetch(asked.old(), RenewalCases.CHOSEN, FROM);

        assertRefused("reissue-applied-for", () -> losses.report(report, clinic));

        Assertions.assertThat(certificate(asked.old())).isNotInstanceOf(Revoked.class);
        Assertions.assertThat(losses.open(asked.made(), clinic).line()).isEqualTo(asked.made());
    }

    @Test
    void ofAStolenTerminalTheOldCertificateIsRevokedAsWell() {
        var asked = asked();
        cases.issue(asked.process());
        handover.fetch(asked.old(), RenewalCases.CHOSEN, FROM);
        var clinic = asked.issued().clinic().id();
        var report = losses.open(asked.made(), clinic).id();
        losses.describe(report, new Loss(LossKind.TERMINAL_STOLEN, LocalDate.now(clock), "受付", ""));

        losses.report(report, clinic);

        for (var line : List.of(asked.old(), asked.made())) {
            Assertions.assertThat(((Revoked) certificate(line)).reason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
        }
    }
}
