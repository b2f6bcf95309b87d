package jp.fudamori.process.revocationlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import jp.fudamori.MovableClock;
import jp.fudamori.ServerTest;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.ca.Holders;
import jp.fudamori.ca.IssuedCertificate;
import jp.fudamori.ca.RevocationLists;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.ca.Revocations;
import jp.fudamori.demo.Patience;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class RevocationListIT {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Revocations revocations;

    @Autowired
    RevocationLists lists;

    @Autowired
    CertificateAuthority authority;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HealthEndpoint health;

    @BeforeEach
    void publishFromScratch() {
        AbstractAssertions.init(engine);
        clock.standAt(START);
        jdbc.sql("delete from ca_published_list").update();
        lists.generations().forEach(lists::publish);
        endAll();
    }

    @AfterEach
    void endAll() {
        instances()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "of a test"));
    }

    private List<ProcessInstance> instances() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(RevocationListModel.KEY)
                .list();
    }

    private IssuedCertificate issued() {
        return new Holders(authority, clock).issue(Duration.ofDays(365));
    }

    private List<Job> jobs(String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(RevocationListModel.KEY)
                .activityId(activity)
                .list();
    }

    private void run(String activity) {
        jobs(activity).forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    private boolean isTold(IssuedCertificate certificate) throws Exception {
        var list = lists.find("issuing-g1").orElseThrow();
        var crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(list.open());
        return crl.isRevoked(certificate.certificate());
    }

    @Test
    void aRevocationIsPublishedAMinuteLater() throws Exception {
        var certificate = issued();

        revocations.revoke(certificate.serial(), RevocationReason.KEY_COMPROMISE);

        assertThat(instances())
                .singleElement()
                .satisfies(instance -> assertThat(instance).isWaitingAt("revocationsGathered"));
        var publication = instances().get(0);
        assertThat(jobs("revocationsGathered").get(0).getDuedate()).isEqualTo("2026-11-20T10:01:00.000+09:00");
        run("revocationsGathered");
        assertThat(isTold(certificate)).isFalse();
        run("publishRevocationLists");
        assertThat(isTold(certificate)).isTrue();
        run("renewOcspSigner");
        run("endPublication");
        assertThat(publication).isEnded().hasPassed("generationPublished", "listsPublished");
    }

    @Test
    void manyRevocationsAreOnePublication() throws Exception {
        var first = issued();
        var second = issued();
        var third = issued();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            revocations.revoke(first.serial(), RevocationReason.SUPERSEDED);
            revocations.revoke(second.serial(), RevocationReason.SUPERSEDED);
        });
        clock.standAt(START.plusSeconds(59));
        revocations.revoke(third.serial(), RevocationReason.SUPERSEDED);

        assertThat(instances()).hasSize(1);
        run("revocationsGathered");
        run("publishRevocationLists");
        assertThat(List.of(isTold(first), isTold(second), isTold(third))).containsOnly(true);
    }

    @Test
    void whatIsRevokedWhileListsAreMadeJoinsThePublication() throws Exception {
        revocations.revoke(issued().serial(), RevocationReason.SUPERSEDED);
        run("revocationsGathered");
        run("publishRevocationLists");
        var late = issued();

        revocations.revoke(late.serial(), RevocationReason.SUPERSEDED);

        assertThat(instances()).hasSize(1);
        run("renewOcspSigner");
        run("endPublication");
        assertThat(isTold(late)).isFalse();
        assertThat(jobs("publicationAwaited"))
                .singleElement()
                .satisfies(wait -> assertThat(wait.getDuedate()).isEqualTo("2026-11-20T10:01:00.000+09:00"));
        goOn("publicationAwaited");
        assertThat(isTold(late)).isTrue();
        assertThat(instances()).isEmpty();
    }

    /** Runs the job there and all that follows. */
    private void goOn(String activity) {
        run(activity);
        run("publishRevocationLists");
        run("renewOcspSigner");
        run("endPublication");
    }

    @Test
    void whileTheKeyIsAwayOnePublicationWaitsAndCatchesUpWhenItIsBack(@Autowired Environment settings)
            throws Exception {
        var keystore = settings.getRequiredProperty("fudamori.ca.keystore", Path.class);
        var revoked = List.of(issued(), issued(), issued());
        var away = Files.move(keystore, keystore.resolveSibling("away.p12"));
        try {
            for (var certificate : revoked) {
                revocations.revoke(certificate.serial(), RevocationReason.SUPERSEDED);
                run("revocationsGathered");
                goOn("publicationAwaited");
                run("publicationDue");
                goOn("publicationAwaited");
                clock.standAt(LocalDateTime.ofInstant(clock.instant(), MovableClock.TOKYO)
                        .plusMinutes(1));
            }

            assertThat(instances())
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting).isWaitingAt("publicationAwaited"));
            assertThat(engine.getRuntimeService()
                            .createIncidentQuery()
                            .processDefinitionKeyIn(RevocationListModel.KEY)
                            .count())
                    .isZero();
            assertThat(isTold(revoked.get(0))).isFalse();
            assertThat(health.healthForPath("authority").getStatus()).isEqualTo(Status.DOWN);
        } finally {
            Files.move(away, keystore);
        }

        goOn("publicationAwaited");

        assertThat(instances()).isEmpty();
        for (var certificate : revoked) {
            assertThat(isTold(certificate)).isTrue();
        }
    }

    @Test
    void aRevocationThatIsNotCommittedYetHoldsUpTheEndOfAPublication() throws Exception {
        revocations.revoke(issued().serial(), RevocationReason.SUPERSEDED);
        run("revocationsGathered");
        run("publishRevocationLists");
        run("renewOcspSigner");
        var late = issued();
        var pool = Executors.newSingleThreadExecutor();
        try {
            var end = new TransactionTemplate(transactions).execute(status -> {
                lists.joinGathering();
                revocations.revoke(late.serial(), RevocationReason.SUPERSEDED);
                var ending = pool.submit(() -> run("endPublication"));
                Patience.await(
                        "待っていません。", () -> Optional.of(ending).filter(done -> done.isDone() || isAnybodyWaiting()));
                return ending;
            });
            Objects.requireNonNull(end).get();
        } finally {
            pool.shutdown();
        }

        assertThat(instances())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting).isWaitingAt("publicationAwaited"));
        goOn("publicationAwaited");
        assertThat(isTold(late)).isTrue();
        assertThat(instances()).isEmpty();
    }

    /** Asked on the connection of the transaction. */
    private boolean isAnybodyWaiting() {
        return jdbc.sql("""
                select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
                """).query(Boolean.class).single();
    }

    @Test
    void aRevocationThatIsRolledBackStartsNothing() {
        var certificate = issued();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            revocations.revoke(certificate.serial(), RevocationReason.SUPERSEDED);
            status.setRollbackOnly();
        });

        assertThat(instances()).isEmpty();
        assertThat(revocations.of(certificate.serial())).isEmpty();
    }

    @Test
    void whoeverRevokesNeedsNoRightToPublish() {
        var certificate = issued();
        engine.getIdentityService().setAuthentication("somebody", List.of("clinic"));
        try {
            revocations.revoke(certificate.serial(), RevocationReason.CESSATION_OF_OPERATION);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }

        assertThat(instances()).hasSize(1);
    }

    @Test
    void listsAreMadeAnewByTheClockThoughNothingIsRevoked() {
        var before = lists.find("issuing-g2").orElseThrow().number();
        clock.standAt(START.plusHours(25));

        run("publicationDue");

        var publication = instances().get(0);
        run("publishRevocationLists");
        run("renewOcspSigner");
        run("endPublication");
        assertThat(publication).isEnded().hasPassed("listsPublished");
        assertThat(lists.find("issuing-g2").orElseThrow().number()).isGreaterThan(before);
        assertThat(jobs("publicationDue"))
                .as("the next time")
                .singleElement()
                .satisfies(next ->
                        assertThat(next.getDuedate()).isAfter(clock.instant().toString()));
    }

    @Test
    void aListThatCannotBeMadeIsTriedAgainAndIsThenAnIncident() {
        jdbc.sql("alter table ca_published_list add constraint no_list check (issuer <> 'issuing-g2') not valid")
                .update();
        try {
            clock.standAt(START.plusHours(25));
            run("publicationDue");
            var publication = instances().get(0);
            var failing = jobs("publishRevocationLists").stream()
                    .filter(job -> generationOf(job).equals("issuing-g2"))
                    .findFirst()
                    .orElseThrow();

            for (int tries = 0; tries < 9; tries++) {
                assertThatThrownBy(() -> engine.getManagementService().executeJob(failing.getId()))
                        .isInstanceOf(RuntimeException.class);
            }

            assertThat(engine.getRuntimeService()
                            .createIncidentQuery()
                            .processInstanceId(publication.getId())
                            .list())
                    .singleElement()
                    .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo("publishRevocationLists"));
            assertThat(jobs("publishRevocationLists")).as("the others").hasSize(3);
            run("publicationDue");
            assertThat(instances()).as("joins the one that fails").hasSize(1);
            assertThat(jobs("publishRevocationLists"))
                    .as("which tries once more")
                    .noneMatch(job -> job.getRetries() == 0);
        } finally {
            jdbc.sql("alter table ca_published_list drop constraint no_list").update();
        }

        run("publishRevocationLists");
        run("renewOcspSigner");
        run("endPublication");
        assertThat(instances()).isEmpty();
    }

    private String generationOf(Job job) {
        return (String) engine.getRuntimeService().getVariable(job.getExecutionId(), "generation");
    }
}
