package jp.fudamori;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Brings applications of new clinics to the point that a test starts from. */
public final class IssuedApplications {

    public static final String CONTACT = "事務部 鈴木花子";
    public static final String TERMINAL = "オンライン資格確認パソコン";

    private final Participants people;
    private final ProcessEngine engine;

    IssuedApplications(Participants people, ProcessEngine engine) {
        this.people = people;
        this.engine = engine;
    }

    /** An application whose certificate is signed and whose letter is not printed yet. */
    public ProcessInstance application() {
        var instance = submitted(people.clinic());
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        run(instance, "vetCertificate");
        run(instance, "signCertificate");
        return instance;
    }

    /** The delivery of a letter that is printed and waits to be posted. */
    public ProcessInstance printed() {
        var notice = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(application().getId())
                .singleResult();
        run(notice, "printLetter");
        return notice;
    }

    /** An application that waits for its review. */
    public ProcessInstance submitted(Person clinic) {
        var instance = entered(clinic);
        clinic.complete(instance, "confirmApplication", Map.of("action", "submit"));
        return instance;
    }

    /** An application that its clinic has written and not submitted. */
    public ProcessInstance entered(Person clinic) {
        var instance = opened(clinic);
        clinic.complete(instance, "enterApplication", Map.of("contactName", CONTACT, "terminalName", TERMINAL));
        return instance;
    }

    /** An application that its clinic may write now. */
    public ProcessInstance opened(Person clinic) {
        var instance = clinic.start("certificate-application");
        clinic.complete(instance, "confirmQualification", Map.of());
        clinic.complete(instance, "consentToFee", Map.of("consent", true));
        return instance;
    }

    private void run(ProcessInstance instance, String activity) {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
    }

    /** Registers the fixture. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        IssuedApplications issuedApplications(Participants people, ProcessEngine engine) {
            return new IssuedApplications(people, engine);
        }
    }
}
