package jp.fudamori;

import java.time.LocalDateTime;
import java.util.Map;
import jp.fudamori.application.LineNumber;
import jp.fudamori.renewal.RenewalBoard;
import jp.fudamori.renewal.RenewalCampaign;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings certificates of new clinics to the period in which they can be renewed. */
public final class RenewalCases {

    /** Password that a clinic chooses for its file. */
    public static final String CHOSEN = "Chosen-Password-2030";

    private static final String PROCESS = "certificate-renewal";

    private final Participants people;
    private final IssuedApplications applications;
    private final ProcessEngine engine;
    private final RenewalCampaign campaign;
    private final RenewalBoard board;
    private final JdbcClient jdbc;

    RenewalCases(
            Participants people,
            IssuedApplications applications,
            ProcessEngine engine,
            RenewalCampaign campaign,
            RenewalBoard board,
            JdbcClient jdbc) {
        this.people = people;
        this.applications = applications;
        this.engine = engine;
        this.campaign = campaign;
        this.board = board;
        this.jdbc = jdbc;
    }

    /** A certificate with its clinic. */
    public record Issued(Person clinic, LineNumber line) {}

    /** A certificate of a new clinic, signed now. */
    public Issued issued() {
        return issued(people.clinic());
    }

    /** A certificate, signed now. */
    public Issued issued(Person clinic) {
        var instance = applications.submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        applications.runJobs(instance, "vetCertificate");
        applications.runJobs(instance, "signCertificate");
        return new Issued(clinic, new LineNumber(applications.number(instance), 1));
    }

    /** Nine in the morning, so many days before the last day of the certificate. */
    public LocalDateTime daysBefore(LineNumber line, int days) {
        return board.of(line).orElseThrow().notAfter().minusDays(days).atTime(9, 0);
    }

    /** Lets the campaign do the whole of its day, as if it had not begun yet. */
    public void runCampaign() {
        jdbc.sql("update renewal_campaign set day = null").update();
        boolean more = true;
        while (more) {
            more = campaign.step();
        }
    }

    /** The process of a certificate's renewal, which has begun and not ended. */
    public ProcessInstance process(LineNumber line) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(line.toString())
                .singleResult();
    }

    /** How often the renewal of a certificate began. */
    public long processes(LineNumber line) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(line.toString())
                .count();
    }

    /** Runs the job that waits at the activity of a process. */
    public void run(ProcessInstance instance, String activity) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
    }

    /** Makes the new certificate of a renewal that was asked for. */
    public void issue(ProcessInstance renewal) {
        run(renewal, "vetRenewal");
        run(renewal, "signRenewal");
    }

    /** Registers the fixture. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        RenewalCases renewalCases(
                Participants people,
                IssuedApplications applications,
                ProcessEngine engine,
                RenewalCampaign campaign,
                RenewalBoard board,
                JdbcClient jdbc) {
            return new RenewalCases(people, applications, engine, campaign, board, jdbc);
        }
    }
}
