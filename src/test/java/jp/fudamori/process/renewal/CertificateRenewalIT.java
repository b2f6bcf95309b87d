package jp.fudamori.process.renewal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.RenewalCases;
import jp.fudamori.RenewalCases.Issued;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.common.Refusal;
import jp.fudamori.renewal.RenewalCase.Stage;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CertificateRenewalIT extends LifeOfARenewal {

    private static final Map<String, Object> AGREED = Map.of("consent", true);

    @Autowired
    Participants people;

    private Issued inItsPeriod() {
        var issued = cases.issued();
        clock.standAt(cases.daysBefore(issued.line(), 90));
        cases.runCampaign();
        return issued;
    }

    private List<String> mails(Issued issued, String kind) {
        return jdbc.sql("select body from mail where kind = :kind and recipient = :to order by mail_id")
                .param("kind", kind)
                .param("to", issued.clinic().id().value() + "@example.jp")
                .query(String.class)
                .list();
    }

    private LineNumber replacement(Issued issued) {
        return board.of(issued.line()).orElseThrow().replacement().orElseThrow();
    }

    @Test
    void fromTheNinetiethDayTheClinicRenewsInThePortalAndTheOldCertificateGivesWayLater() {
        var issued = cases.issued();
        clock.standAt(cases.daysBefore(issued.line(), 91));
        cases.runCampaign();
        Assertions.assertThat(cases.processes(issued.line())).isZero();
        clock.standAt(cases.daysBefore(issued.line(), 90));
        cases.runCampaign();
        var renewal = cases.process(issued.line());
        assertThat(renewal).isWaitingAt("renewCertificate", "sendRenewalReminder");

        issued.clinic().complete(renewal, "renewCertificate", AGREED);
        cases.issue(renewal);

        assertThat(renewal).isWaitingAt("awaitFetch").hasNotPassed("sendRenewalReminder");
        var made = replacement(issued);
        Assertions.assertThat(certificates.issued(made).notAfter())
                .isEqualTo(LocalDate.now(clock).plusMonths(39));
        Assertions.assertThat(fees.fees(made.application().value()))
                .singleElement()
                .satisfies(fee -> Assertions.assertThat(fee.amountYen()).isEqualTo(1_500));
        Assertions.assertThat(fees.consent(made.application().value()))
                .hasValueSatisfying(consent -> Assertions.assertThat(consent.by())
                        .isEqualTo(issued.clinic().id()));
        Assertions.assertThat(mails(issued, "renewed"))
                .singleElement()
                .asString()
                .contains("受け取って", "/renewal");

        var first = handover.fetch(issued.line(), RenewalCases.CHOSEN, FROM);
        var again = handover.fetch(issued.line(), "", FROM);

        Assertions.assertThat(again.content()).isEqualTo(first.content());
        assertThat(renewal).isWaitingAt("supersessionDue");
        clock.standAt(
                clock.instant().atZone(MovableClock.TOKYO).toLocalDateTime().plusDays(15));
        cases.run(renewal, "supersessionDue");

        assertThat(renewal).isEnded().hasPassed("certificateRenewed");
        Assertions.assertThat(certificates.of(issued.line()))
                .hasValueSatisfying(
                        old -> Assertions.assertThat(((Revoked) old).reason()).isEqualTo(RevocationReason.SUPERSEDED));
        Assertions.assertThat(certificates.of(made).orElseThrow()).isNotInstanceOf(Revoked.class);
    }

    @Test
    void theTerminalRenewsWhileTheStepWaitsInThePortal() {
        var issued = inItsPeriod();
        var renewal = cases.process(issued.line());

        desk.requestAtTerminal(issued.line());

        assertThat(renewal).isWaitingAt("vetRenewal").hasPassed("renewedAtTerminal");
        cases.issue(renewal);
        Assertions.assertThat(board.of(issued.line()).orElseThrow().stage()).isEqualTo(Stage.READY);
    }

    @Test
    void remindsOnTheDaysOfTheOfficeAndStopsWithTheRenewal() {
        var issued = inItsPeriod();
        var renewal = cases.process(issued.line());
        cases.run(renewal, "sendRenewalReminder");
        Assertions.assertThat(mails(issued, "renewal-reminder")).hasSize(1);

        for (int days : new int[] {60, 30, 15, 7, 6}) {
            clock.standAt(cases.daysBefore(issued.line(), days));
            cases.run(renewal, "reminderDue");
            cases.run(renewal, "sendRenewalReminder");
        }
        Assertions.assertThat(mails(issued, "renewal-reminder")).hasSize(6);

        issued.clinic().complete(renewal, "renewCertificate", AGREED);

        Assertions.assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(renewal.getId())
                        .activityId("reminderDue")
                        .count())
                .isZero();
    }

    @Test
    void aClockThatJumpsOverDeadlinesBringsOneReminderAndOneThatGoesBackNoneTwice() {
        var issued = inItsPeriod();
        var renewal = cases.process(issued.line());
        cases.run(renewal, "sendRenewalReminder");
        clock.standAt(cases.daysBefore(issued.line(), 10));
        cases.run(renewal, "reminderDue");
        cases.run(renewal, "sendRenewalReminder");
        Assertions.assertThat(mails(issued, "renewal-reminder")).hasSize(2);

        clock.standAt(cases.daysBefore(issued.line(), 80));
        cases.run(renewal, "reminderDue");
        cases.run(renewal, "sendRenewalReminder");
        cases.runCampaign();

        Assertions.assertThat(mails(issued, "renewal-reminder")).hasSize(2);
        Assertions.assertThat(cases.processes(issued.line())).isEqualTo(1);
    }

    @Test
    void severalCertificatesOfOneDayAreOneReminder() {
        var first = cases.issued();
        var second = cases.issued(first.clinic());
        clock.standAt(cases.daysBefore(first.line(), 90));
        cases.runCampaign();

        cases.run(cases.process(first.line()), "sendRenewalReminder");
        cases.run(cases.process(second.line()), "sendRenewalReminder");

        Assertions.assertThat(mails(first, "renewal-reminder"))
                .singleElement()
                .asString()
                .contains("端末名称等：");
    }

    @Test
    void withoutARenewalItEndsWithTheCertificate() {
        var issued = inItsPeriod();
        var renewal = cases.process(issued.line());
        clock.standAt(cases.daysBefore(issued.line(), -1));

        cases.run(renewal, "certificateExpired");

        assertThat(renewal).isEnded().hasPassed("certificateLapsed");
        Assertions.assertThat(mails(issued, "certificate-expired")).hasSize(1);
        assertRefused(issued, "certificate-expired");
    }

    @Test
    void whatIsRevokedNeedsNoRenewal() {
        var issued = inItsPeriod();
        var renewal = cases.process(issued.line());

        revocations.revoke(issued.line(), RevocationReason.KEY_COMPROMISE, "test", "");

        assertThat(renewal).isEnded().hasPassed("renewalDropped");
        assertRefused(issued, "certificate-revoked");
    }

    @Test
    void theNewCertificateIsWithdrawnWhereTheOldOneIsRevokedBeforeItIsFetched() {
        var issued = inItsPeriod();
        var renewal = cases.process(issued.line());
        desk.requestAtTerminal(issued.line());
        cases.issue(renewal);
        var made = replacement(issued);

        revocations.revoke(issued.line(), RevocationReason.KEY_COMPROMISE, "test", "");
        cases.run(renewal, "withdrawSuccessor");

        assertThat(renewal).isEnded().hasPassed("renewalWithdrawn");
        Assertions.assertThat(certificates.of(made).orElseThrow()).isInstanceOf(Revoked.class);
        assertThatThrownBy(() -> handover.fetch(issued.line(), RenewalCases.CHOSEN, FROM))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatNobodyFetchesWaitsNoLongerThanTheOldCertificateLasts() {
        var issued = inItsPeriod();
        var renewal = cases.process(issued.line());
        issued.clinic().complete(renewal, "renewCertificate", AGREED);
        cases.issue(renewal);
        clock.standAt(cases.daysBefore(issued.line(), -1));

        cases.run(renewal, "unfetchedExpired");

        assertThat(renewal).isEnded().hasPassed("predecessorExpired");
        Assertions.assertThat(board.of(issued.line()).orElseThrow().stage()).isEqualTo(Stage.READY);
        Assertions.assertThat(fees.fee(replacement(issued).toString()))
                .as("the clinic let the time go by")
                .hasValueSatisfying(
                        fee -> Assertions.assertThat(fee.cancelledOn()).isEmpty());
    }

    @Test
    void theOldCertificateIsSupersededAtItsOwnEndAtTheLatest() {
        var issued = inItsPeriod();
        var renewal = cases.process(issued.line());
        clock.standAt(cases.daysBefore(issued.line(), 3));
        desk.requestAtTerminal(issued.line());
        cases.issue(renewal);
        handover.fetch(issued.line(), RenewalCases.CHOSEN, FROM);
        clock.standAt(cases.daysBefore(issued.line(), -1));

        cases.run(renewal, "supersessionDue");

        assertThat(renewal).isEnded().hasPassed("certificateRenewed");
        Assertions.assertThat(certificates.of(issued.line()).orElseThrow()).isNotInstanceOf(Revoked.class);
    }

    @Test
    void refusesBeforeTheWindowTwiceAndAnothersCertificate() {
        var early = cases.issued();
        assertRefused(early, "renewal-too-early");
        var issued = inItsPeriod();
        desk.requestAtTerminal(issued.line());
        assertRefused(issued, "already-replaced");
        assertThatThrownBy(() -> desk.request(issued.line(), people.clinic().id()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                Assertions.assertThat(refusal.reason().code()).isEqualTo("certificate-foreign"));
        Assertions.assertThat(replacements(issued)).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceOneRenews() throws Exception {
        var issued = inItsPeriod();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var tries = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(any -> () -> {
                        try {
                            desk.requestAtTerminal(issued.line());
                            return true;
                        } catch (RuntimeException refused) {
                            return false;
                        }
                    })
                    .toList();
            int renewed = 0;
            for (var done : pool.invokeAll(tries)) {
                renewed += done.get() ? 1 : 0;
            }
            Assertions.assertThat(renewed).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        Assertions.assertThat(replacements(issued)).isEqualTo(1);
    }

    private int replacements(Issued issued) {
        return jdbc.sql("""
                select count(*) from certificate_replacement
                 where replaced_application = :number and replaced_line = :line
                """)
                .param("number", issued.line().application().value())
                .param("line", issued.line().position())
                .query(Integer.class)
                .single();
    }

    private void assertRefused(Issued issued, String reason) {
        assertRefused(reason, () -> desk.requestAtTerminal(issued.line()));
    }

    @Test
    void goesOnWithoutTheCampaignWhereTheTerminalIsFaster() {
        var issued = cases.issued();
        clock.standAt(cases.daysBefore(issued.line(), 90));

        desk.requestAtTerminal(issued.line());
        ProcessInstance renewal = cases.process(issued.line());

        assertThat(renewal).isWaitingAt("vetRenewal");
        cases.runCampaign();
        Assertions.assertThat(cases.processes(issued.line())).isEqualTo(1);
    }

    @Test
    void takesNoPasswordThatSystemsOrGuessersWouldReject() {
        var issued = inItsPeriod();
        desk.requestAtTerminal(issued.line());
        cases.issue(cases.process(issued.line()));

        for (var password :
                List.of("", "short-1", "only-letters-here", "1234567890123", "全角のパスワードです12345", "a1 ".repeat(6))) {
            assertThatThrownBy(() -> handover.fetch(issued.line(), password, FROM))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> Assertions.assertThat(refusal.reason().code())
                                    .isEqualTo("password-not-allowed"));
        }
        Assertions.assertThat(board.of(issued.line()).orElseThrow().stage()).isEqualTo(Stage.READY);
    }
}
