package jp.fudamori;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.qualification.QualificationNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Brings applications of new clinics to the point that a test starts from. */
public final class IssuedApplications {

    public static final String CONTACT = "事務部 鈴木花子";
    public static final String TERMINAL = "オンライン資格確認パソコン";

    private static final String PROCESS = "certificate-application";

    private final Participants people;
    private final ProcessEngine engine;

    IssuedApplications(Participants people, ProcessEngine engine) {
        this.people = people;
        this.engine = engine;
    }

    /** An application whose certificate is signed and whose letter is not printed yet. */
    public ProcessInstance application() {
        return application(CONTACT);
    }

    /** The same, addressed to {@code contactName}. */
    public ProcessInstance application(String contactName) {
        return issued(submitted(people.clinic(), contactName));
    }

    /** An application of the clinic for these terminals, issued. */
    public ProcessInstance issued(Person clinic, String... terminals) {
        return issued(submitted(clinic, List.of(terminals)));
    }

    /** An application that waits for its review is approved and issued. */
    public ProcessInstance issued(ProcessInstance submitted) {
        people.reviewer().complete(submitted, "reviewApplication", Map.of("decision", "approve"));
        runJobs(submitted, "vetCertificate");
        runJobs(submitted, "signCertificate");
        return submitted;
    }

    /** The delivery of its letter, printed and posted today. */
    public ProcessInstance posted(ProcessInstance application, LocalDate today) {
        var notice = noticeOf(application);
        run(notice, "printLetter");
        people.dispatch()
                .complete(
                        notice,
                        "postLetter",
                        Map.of("trackingNumber", TrackingNumbers.next().value(), "postedOn", today.toString()));
        return notice;
    }

    /** The delivery of a letter that is printed and waits to be posted. */
    public ProcessInstance printed() {
        var notice = noticeOf(application());
        run(notice, "printLetter");
        return notice;
    }

    /** The delivery of an application's letter. */
    public ProcessInstance noticeOf(ProcessInstance application) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(application.getId())
                .singleResult();
    }

    /** The letter that a delivery is about, also after its end. */
    public LetterNumber letter(ProcessInstance notice) {
        return new LetterNumber((String) engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(notice.getId())
                .variableName("letterNumber")
                .singleResult()
                .getValue());
    }

    /** An application that waits for its review. */
    public ProcessInstance submitted(Person clinic) {
        return submitted(clinic, CONTACT);
    }

    /** An application for several terminals that waits for its review. */
    public ProcessInstance submitted(Person clinic, List<String> terminals) {
        var instance = opened(clinic);
        clinic.complete(
                instance,
                "enterApplication",
                Map.of("contactName", CONTACT, "terminalNames", String.join("\n", terminals)));
        clinic.complete(instance, "confirmApplication", Map.of("action", "submit"));
        return instance;
    }

    /** Runs every job that waits at the activity, once each. */
    public void runJobs(ProcessInstance instance, String activity) {
        engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    /** An application that its clinic has written and not submitted. */
    public ProcessInstance entered(Person clinic) {
        return entered(clinic, CONTACT);
    }

    /** An application that its clinic may write now. */
    public ProcessInstance opened(Person clinic) {
        var instance = clinic.start(PROCESS);
        clinic.complete(instance, "confirmQualification", Map.of("claimed", false));
        clinic.complete(instance, "consentToFee", Map.of("consent", true));
        return instance;
    }

    /** An application that a reviewer turned down. */
    public ProcessInstance rejected(Person clinic, String reason) {
        var instance = submitted(clinic);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "reject", "reason", reason));
        return instance;
    }

    /** A draft that ended because the 利用申請 of its clinic is missing. */
    public ProcessInstance ended(Person clinicWithoutQualification) {
        var instance = clinicWithoutQualification.start(PROCESS);
        clinicWithoutQualification.complete(instance, "confirmQualification", Map.of("claimed", false));
        return instance;
    }

    /** The number of an application that was submitted, also after its process ended, and of its letter's delivery. */
    public ApplicationNumber number(ProcessInstance instance) {
        return new ApplicationNumber(businessKey(instance));
    }

    /** Returns the number of a 利用申請 that the clinic has sent just now. */
    public QualificationNumber qualification(Person clinic) {
        var instance = clinic.start("qualification-application");
        clinic.complete(instance, "enterQualification", Map.of("paymentMethod", "INVOICE", "contactName", CONTACT));
        clinic.complete(instance, "confirmQualificationEntry", Map.of("action", "submit"));
        return new QualificationNumber(businessKey(instance));
    }

    private String businessKey(ProcessInstance instance) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private ProcessInstance submitted(Person clinic, String contactName) {
        var instance = entered(clinic, contactName);
        clinic.complete(instance, "confirmApplication", Map.of("action", "submit"));
        return instance;
    }

    private ProcessInstance entered(Person clinic, String contactName) {
        var instance = opened(clinic);
        clinic.complete(instance, "enterApplication", Map.of("contactName", contactName, "terminalNames", TERMINAL));
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
