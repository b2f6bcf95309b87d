package jp.fudamori.process.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.CertificateDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.env.Environment;

/** The key of the authority goes away while applications wait for it, and comes back. */
@ServerTest
class AbsentKeyIT {

    @Autowired
    private IssuedApplications applications;

    @Autowired
    private Participants people;

    @Autowired
    private CertificateDesk certificates;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private HealthEndpoint health;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment settings;

    @Test
    void applicationsWaitAsIncidentsAndGoOnWhenTheKeyIsBack() throws IOException {
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
        var keystore = settings.getRequiredProperty("fudamori.ca.keystore", Path.class);
        var early = approved();
        applications.runJobs(early, "vetCertificate");
        var away = Files.move(keystore, keystore.resolveSibling("away.p12"));
        ProcessInstance late;
        try {
            late = approved();
            exhaust(early, "signCertificate");
            applications.runJobs(late, "vetCertificate");
            exhaust(late, "signCertificate");

            assertThat(incidents(early)).isOne();
            assertThat(incidents(late)).isOne();
            assertThat(certificates.of(line(early))).containsInstanceOf(Certificate.Vetted.class);
            assertThat(authority()).isEqualTo(Status.DOWN);
        } finally {
            Files.move(away, keystore);
        }

        for (var instance : List.of(early, late)) {
            engine.getManagementService()
                    .setJobRetries(job(instance, "signCertificate").getId(), 1);
            applications.runJobs(instance, "signCertificate");
            assertThat(certificates.issued(line(instance)).downloads()).isZero();
            assertThat(incidents(instance)).isZero();
        }
        assertThat(authority()).isEqualTo(Status.UP);
    }

    private ProcessInstance approved() {
        var instance = applications.submitted(people.clinic());
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        return instance;
    }

    /** As often as the engine would try by itself. */
    private void exhaust(ProcessInstance instance, String activity) {
        while (job(instance, activity).getRetries() > 0) {
            var id = job(instance, activity).getId();
            assertThat(catchThrowable(() -> engine.getManagementService().executeJob(id)))
                    .hasStackTraceContaining("not at hand");
        }
    }

    private Job job(ProcessInstance instance, String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult();
    }

    private LineNumber line(ProcessInstance instance) {
        return new LineNumber(applications.number(instance), 1);
    }

    private long incidents(ProcessInstance instance) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(instance.getId())
                .count();
    }

    private Status authority() {
        return health.healthForPath("authority").getStatus();
    }
}
