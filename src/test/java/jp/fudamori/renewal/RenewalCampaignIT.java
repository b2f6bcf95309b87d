package jp.fudamori.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.RenewalCases;
import jp.fudamori.RenewalCases.Issued;
import jp.fudamori.ServerTest;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.ExpiringCertificates;
import jp.fudamori.certificate.ExpiringCertificates.Expiring;
import jp.fudamori.demo.Patience;
import jp.fudamori.process.fault.BrokenSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A day's run over five certificates in batches of two, which breaks off, is stopped, or is done by several nodes. */
@ServerTest
class RenewalCampaignIT {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);

    /** The first; each test is so far from the last that it sees its own alone. */
    private static final LocalDateTime ISSUED = LocalDateTime.of(2027, 6, 15, 10, 0);

    private static final AtomicInteger TESTS = new AtomicInteger();

    private static final int CERTIFICATES = 5;
    private static final int BATCH = 2;
    private static final AccountId OPERATOR = new AccountId("operator-of-campaign");

    @Autowired
    Participants people;

    @Autowired
    RenewalCases cases;

    @Autowired
    Campaigns campaigns;

    @Autowired
    ExpiringCertificates certificates;

    @Autowired
    RenewalDesk desk;

    @Autowired
    RenewalRecords records;

    @Autowired
    BrokenSteps steps;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private RenewalCampaign campaign;
    private List<LineNumber> lines;

    @BeforeEach
    void certificatesInTheirPeriod() {
        campaign = new RenewalCampaign(campaigns, certificates, desk, records, new RenewalSettings(14, BATCH));
        clock.standAt(whereNobodyElseHasCertificates());
        var clinic = people.clinic();
        lines = Stream.generate(() -> cases.issued(clinic))
                .limit(CERTIFICATES)
                .map(Issued::line)
                .toList();
        clock.standAt(cases.daysBefore(lines.get(0), 90));
        jdbc.sql("update renewal_campaign set day = null").update();
    }

    private LocalDateTime whereNobodyElseHasCertificates() {
        return Stream.generate(() -> ISSUED.plusMonths(4L * TESTS.getAndIncrement()))
                .filter(day -> endingAround(day.toLocalDate().plusMonths(39)).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<Expiring> endingAround(LocalDate day) {
        return certificates.page(day.minusDays(100), day.plusDays(100), Optional.empty(), 1);
    }

    @AfterEach
    void leaveNothingBehind() {
        steps.mend();
        inTransaction(() -> campaign.resume(OPERATOR));
        clock.standAt(START);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private boolean step() {
        return inTransaction(campaign::step);
    }

    private void runToTheEnd() {
        boolean more = true;
        while (more) {
            more = step();
        }
    }

    private long opened() {
        return lines.stream().filter(line -> cases.processes(line) > 0).count();
    }

    private void assertEachIsOpenedOnce() {
        assertThat(lines).allSatisfy(line -> assertThat(cases.processes(line)).isOne());
        assertThat(campaign.progress().finished()).isTrue();
        assertThat(campaign.progress().seen()).isEqualTo(CERTIFICATES);
        assertThat(campaign.progress().opened()).isEqualTo(CERTIFICATES);
    }

    @Test
    void aBatchThatBreaksOffLeavesNothingAndIsDoneOnceLater() {
        assertThat(step()).isTrue();
        var before = campaign.progress();
        var tries = new AtomicInteger();
        steps.breakDown("openRenewal", any -> tries.incrementAndGet() == 2);

        assertThatThrownBy(this::step).hasMessageContaining("broken in this test");

        assertThat(opened()).isEqualTo(BATCH);
        assertThat(campaign.progress()).isEqualTo(before);
        runToTheEnd();
        assertEachIsOpenedOnce();
    }

    @Test
    void stoppedInTheMiddleOfARunItGoesOnWhereItStood() {
        assertThat(step()).isTrue();
        inTransaction(() -> campaign.stop(OPERATOR));

        assertThat(step()).isFalse();

        assertThat(opened()).isEqualTo(BATCH);
        assertThat(campaign.progress().seen()).isEqualTo(BATCH);
        inTransaction(() -> campaign.resume(OPERATOR));
        runToTheEnd();
        assertEachIsOpenedOnce();
    }

    @Test
    void whileOneNodeHasABatchAnotherHasNothingToDoAndAStopWaitsForIt() {
        var batchDone = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var node = CompletableFuture.supplyAsync(() -> inTransaction(() -> {
            boolean more = campaign.step();
            batchDone.countDown();
            await(mayCommit);
            return more;
        }));
        await(batchDone);

        assertThat(step()).isFalse();
        var stop = CompletableFuture.supplyAsync(() -> inTransaction(() -> campaign.stop(OPERATOR)));
        awaitLock();
        assertThat(opened()).isZero();
        mayCommit.countDown();

        assertThat(node.join()).isTrue();
        assertThat(stop.join().stopped()).isTrue();
        assertThat(opened()).isEqualTo(BATCH);
        assertThat(step()).isFalse();
        inTransaction(() -> campaign.resume(OPERATOR));
        runToTheEnd();
        assertEachIsOpenedOnce();
    }

    @Test
    void severalNodesAtOnceOpenEachOnce() {
        Stream.generate(() -> CompletableFuture.runAsync(this::runToTheEnd))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        runToTheEnd();
        assertEachIsOpenedOnce();
    }

    @Test
    void theNextDayLooksAtAllAgainAndOpensNothingTwice() {
        runToTheEnd();
        assertThat(step()).isFalse();
        clock.standAt(cases.daysBefore(lines.get(0), 89));

        runToTheEnd();

        assertThat(campaign.progress().seen()).isEqualTo(CERTIFICATES);
        assertThat(campaign.progress().opened()).isZero();
        assertThat(lines).allSatisfy(line -> assertThat(cases.processes(line)).isOne());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until somebody waits for the campaign's row. */
    private void awaitLock() {
        var waiting = """
                select count(*) from pg_stat_activity
                 where wait_event_type = 'Lock' and query like '%renewal_campaign%for update%'
                """;
        Patience.await(
                "停止が待っていません。",
                () -> Optional.of(jdbc.sql(waiting).query(Integer.class).single())
                        .filter(count -> count == 1));
    }
}
