package jp.fudamori.process.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import jp.fudamori.DatabaseContents;
import jp.fudamori.InvariantChecker;
import jp.fudamori.RenewalCases;
import jp.fudamori.RenewalCases.Issued;
import jp.fudamori.account.Role;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.HeldCertificate;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.holding.Holding;
import jp.fudamori.holding.HoldingDesk;
import jp.fudamori.renewal.EndedOffers;
import jp.fudamori.renewal.RenewalBoard;
import jp.fudamori.renewal.RenewalCase.Stage;
import jp.fudamori.renewal.RenewalDesk;
import jp.fudamori.succession.SuccessionEffects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The certificates of a code that has ended live out their time: nobody is offered a renewal, and none is taken in. */
class EndedRenewalIT extends EndedCodes {

    private static final Map<String, Object> AGREED = Map.of("consent", true);

    @Autowired
    RenewalCases renewals;

    @Autowired
    RenewalDesk desk;

    @Autowired
    RenewalBoard board;

    @Autowired
    HoldingDesk holdings;

    @Autowired
    FeeDesk fees;

    @Autowired
    EndedOffers offers;

    @Autowired
    SuccessionEffects effects;

    @Autowired
    DataSource database;

    private Issued inItsPeriod() {
        var issued = renewals.issued();
        clock.standAt(renewals.daysBefore(issued.line(), 90));
        renewals.runCampaign();
        return issued;
    }

    private Instant duesOf(String timer, Issued issued) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(ending(issued.clinic().institution()).getId())
                .activityId(timer)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    /** A certificate that can be renewed today, of a code whose last day is today. */
    private Issued onItsLastDay() {
        var issued = inItsPeriod();
        ended(
                issued.clinic().institution(),
                LocalDate.now(clock),
                people.institutionWithoutAccount().value());
        return issued;
    }

    private void nextDay() {
        clock.standAt(LocalDate.now(clock).plusDays(1).atTime(9, 30));
    }

    private Stage stage(Issued issued) {
        return board.of(issued.line()).orElseThrow().stage();
    }

    private Holding holding(Issued issued) {
        return holdings.of(issued.clinic().institution()).get(0);
    }

    private List<String> kindsOfMails(Issued issued) {
        return jdbc.sql("select kind from mail where recipient = :to order by mail_id")
                .param("to", issued.clinic().account().mail())
                .query(String.class)
                .list();
    }

    @Test
    void onItsLastDayACodeStillRenews() {
        var issued = onItsLastDay();
        assertThat(stage(issued)).isEqualTo(Stage.OPEN);

        var renewal = renewals.process(issued.line());
        issued.clinic().complete(renewal, "renewCertificate", AGREED);
        renewals.issue(renewal);

        assertThat(renewal).isWaitingAt("awaitFetch");
    }

    @Test
    void whatNobodyFetchedUntilTheTransitionIsOverCostsNothing() {
        var issued = onItsLastDay();
        var renewal = renewals.process(issued.line());
        issued.clinic().complete(renewal, "renewCertificate", AGREED);
        renewals.issue(renewal);
        var made = board.of(issued.line()).orElseThrow().replacement().orElseThrow();
        clock.standAt(LocalDate.now(clock).plusDays(60).atTime(9, 0));
        assertThat(stage(issued)).isEqualTo(Stage.READY);
        assertThat(fees.fee(made.toString()))
                .hasValueSatisfying(due -> assertThat(due.cancelledOn()).isEmpty());

        transaction.executeWithoutResult(
                status -> effects.revoke(issued.clinic().institution(), RevocationReason.AFFILIATION_CHANGED));
        renewals.run(renewal, "withdrawSuccessor");

        assertThat(renewal).isEnded().hasPassed("renewalWithdrawn");
        assertThat(fees.fee(made.toString()))
                .hasValueSatisfying(due -> assertThat(due.cancelledOn()).contains(LocalDate.now(clock)));
        assertThat(kindsOfMails(issued)).contains("renewal-withdrawn");
    }

    @Test
    void fromTheNextDayOnNothingIsOfferedAndNothingTakenIn() {
        var issued = onItsLastDay();
        var renewal = renewals.process(issued.line());
        nextDay();

        assertThat(stage(issued)).isEqualTo(Stage.CODE_ENDED);
        assertThat(holding(issued).isRenewable(LocalDate.now(clock))).isFalse();
        assertThat(holding(issued).standing()).isEqualTo(HeldCertificate.Standing.VALID);
        assertThatThrownBy(() -> issued.clinic().complete(renewal, "renewCertificate", AGREED))
                .hasMessageContaining("廃止されたため");
        assertThatThrownBy(() -> desk.requestAtTerminal(issued.line())).isInstanceOf(Refusal.class);
        renewals.run(renewal, "sendRenewalReminder");
        assertThat(kindsOfMails(issued)).doesNotContain("renewal-reminder");

        renewals.runCampaign();

        assertThat(renewal).isEnded().hasPassed("renewalDropped");
        assertThat(issued.clinic().tasks())
                .noneMatch(task -> task.getTaskDefinitionKey().equals("renewCertificate"));
        renewals.runCampaign();
        assertThat(renewals.processes(issued.line())).isEqualTo(1);
    }

    /** The office looks at it in the morning; the task of the clinic does not wait for that. */
    @Test
    void withTheLastDayOfTheCodeTheTaskGoes() {
        var issued = onItsLastDay();
        var renewal = renewals.process(issued.line());
        offers.stop(issued.clinic().institution());
        assertThat(renewal).as("too early").isWaitingAt("renewCertificate");
        clock.standAt(LocalDate.now(clock).plusDays(1).atStartOfDay());

        renewals.run(ending(issued.clinic().institution()), "codeEnded");

        assertStopped(issued, renewal);
        offers.stop(issued.clinic().institution());
        renewals.runCampaign();
        assertStopped(issued, renewal);
    }

    private void assertStopped(Issued issued, ProcessInstance renewal) {
        assertThat(renewal).isEnded().hasPassed("renewalDropped");
        assertThat(issued.clinic().tasks())
                .noneMatch(task -> task.getTaskDefinitionKey().equals("renewCertificate"));
        assertThat(DatabaseContents.audited("renewal-stopped", issued.line().toString(), jdbc))
                .isOne();
        assertThat(renewals.processes(issued.line())).isEqualTo(1);
    }

    @Test
    void ofAnEndingThatIsTakenInLateTheTaskGoesAtOnce() {
        var issued = inItsPeriod();
        var renewal = renewals.process(issued.line());

        ended(
                issued.clinic().institution(),
                LocalDate.now(clock).minusDays(3),
                people.institutionWithoutAccount().value());

        assertThat(duesOf("codeEnded", issued)).isBeforeOrEqualTo(clock.instant());
        renewals.run(ending(issued.clinic().institution()), "codeEnded");
        assertStopped(issued, renewal);
    }

    @Test
    void ofADoubtfulEndingTheTaskGoesWhenSomebodyHasDecided() {
        var issued = inItsPeriod();
        var renewal = renewals.process(issued.line());
        ended(
                issued.clinic().institution(),
                LocalDate.now(clock).minusDays(200),
                people.institutionWithoutAccount().value());

        people.staff(Role.CALL_CENTRE)
                .complete(
                        ending(issued.clinic().institution()),
                        "verifySuccession",
                        Map.of("decision", "succession", "note", "厚生局に確認した。"));

        renewals.run(ending(issued.clinic().institution()), "codeEnded");
        assertStopped(issued, renewal);
    }

    @Test
    void anOfferThatIsBeingAcceptedWhenTheCodeEndsIsLeftAlone() throws Exception {
        var issued = onItsLastDay();
        var midnight = LocalDate.now(clock).plusDays(1).atStartOfDay();

        whileNotCommitted(
                () -> {
                    desk.requestAtTerminal(issued.line());
                    clock.standAt(midnight);
                },
                () -> {
                    offers.stop(issued.clinic().institution());
                    return true;
                });

        assertThat(renewals.process(issued.line())).isWaitingAt("vetRenewal");
        assertThat(DatabaseContents.audited("renewal-stopped", issued.line().toString(), jdbc))
                .isZero();
    }

    @Test
    void whoAcceptsAnOfferThatIsBeingEndedIsRefused() {
        var issued = onItsLastDay();
        var renewal = renewals.process(issued.line());
        var evening = LocalDate.now(clock).atTime(23, 59);
        nextDay();

        assertThatThrownBy(() -> whileNotCommitted(
                        () -> {
                            offers.stop(issued.clinic().institution());
                            clock.standAt(evening);
                        },
                        () -> desk.requestAtTerminal(issued.line())))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("更新は、医療機関コードの廃止の記録により終わっています");

        assertStopped(issued, renewal);
    }

    @Test
    void anOfferThatIsBeingOpenedWhenTheEndingIsTakenInGoesWithIt() throws Exception {
        var issued = renewals.issued();
        clock.standAt(renewals.daysBefore(issued.line(), 90));
        var successor = people.institutionWithoutAccount().value();

        whileNotCommitted(
                () -> renewals.runCampaign(),
                () -> ended(issued.clinic().institution(), LocalDate.now(clock).minusDays(3), successor));
        renewals.run(ending(issued.clinic().institution()), "codeEnded");

        assertThat(renewals.processes(issued.line())).isEqualTo(1);
        assertThat(renewals.process(issued.line())).isNull();
    }

    @Test
    void theCampaignOpensNothingForACodeThatHasEnded() {
        var issued = renewals.issued();
        closed(issued.clinic());
        clock.standAt(renewals.daysBefore(issued.line(), 90));

        renewals.runCampaign();

        assertThat(renewals.processes(issued.line())).isZero();
    }

    @Test
    void whatIsOfferedStaysWhileTheRecordIsInDoubtAndAfterItWasFoundWrong() {
        var issued = inItsPeriod();
        ended(
                issued.clinic().institution(),
                LocalDate.now(clock).minusDays(200),
                people.institutionWithoutAccount().value());
        var renewal = renewals.process(issued.line());
        nextDay();
        renewals.runCampaign();
        assertThat(stage(issued)).isEqualTo(Stage.CODE_ENDED);
        assertThat(renewal).isWaitingAt("renewCertificate");

        people.staff(Role.CALL_CENTRE)
                .complete(
                        ending(issued.clinic().institution()),
                        "verifySuccession",
                        Map.of("decision", "wrong", "note", "厚生局に確認した。"));

        assertThat(stage(issued)).isEqualTo(Stage.OPEN);
        issued.clinic().complete(renewal, "renewCertificate", AGREED);
        renewals.issue(renewal);
        assertThat(renewal).isWaitingAt("awaitFetch");
    }

    @Test
    void whatWasAskedForInTimeAndNotSignedIsGivenUp() {
        var issued = onItsLastDay();
        var renewal = renewals.process(issued.line());
        issued.clinic().complete(renewal, "renewCertificate", AGREED);
        renewals.run(renewal, "vetRenewal");
        var made = board.of(issued.line()).orElseThrow().replacement().orElseThrow();
        nextDay();

        renewals.run(renewal, "signRenewal");

        assertThat(renewal).isEnded().hasPassed("withholdRenewal", "renewalWithheld");
        assertThat(stage(issued)).isEqualTo(Stage.CODE_ENDED);
        clock.standAt(LocalDate.now(clock).minusDays(1).atTime(12, 0));
        assertThatThrownBy(() -> desk.requestAtTerminal(issued.line()))
                .as("the clock was wrong")
                .hasMessageContaining("更新は、医療機関コードの廃止の記録により終わっています");
        assertThat(certificates.issuedOf(made.application())).isEmpty();
        assertThat(kindsOfMails(issued)).contains("certificate-withheld").doesNotContain("renewed");
        assertThat(InvariantChecker.of(database).settled().violations(Set.of(made.application())))
                .noneMatch(violation -> !violation.startsWith("mail-sent") && !violation.startsWith("no-job"));
    }
}
