package jp.fudamori.process.form;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jp.fudamori.IssuedApplications;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.TrackingNumbers;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * How to come before each form, and what may be entered there. A new form in {@code forms/} needs a line here; then
 * {@link FormBadInputIT} tries every wrong value on it.
 */
final class FormStages {

    private static final String TODAY = "2026-11-20";

    private final Participants people;
    private final IssuedApplications applications;
    private final Map<String, Supplier<Stage>> stages = Map.of(
            "application-requested",
            this::applicationRequested,
            "confirm-qualification",
            () -> confirmQualification(people().clinic()),
            "consent-to-fee",
            () -> consentToFee(people().clinic()),
            "enter-application",
            () -> enterApplication(people().clinic()),
            "confirm-application",
            () -> confirmApplication(people().clinic()),
            "review-application",
            this::reviewApplication,
            "post-letter",
            this::postLetter,
            "record-delivery",
            this::recordDelivery);

    FormStages(Participants people, IssuedApplications applications) {
        this.people = people;
        this.applications = applications;
    }

    /** Ids of the forms that can be reached. */
    Set<String> forms() {
        return stages.keySet();
    }

    /** Somebody new before the form, which nobody has filled in yet. */
    Stage of(String form) {
        return stages.get(form).get();
    }

    private Participants people() {
        return people;
    }

    private Stage applicationRequested() {
        return new Stage(people.clinic(), "process-definition/key/certificate-application", "start", Map.of());
    }

    private Stage confirmQualification(Person clinic) {
        return task(clinic, clinic.start("certificate-application"), "confirmQualification", Map.of());
    }

    private Stage consentToFee(Person clinic) {
        var instance = clinic.start("certificate-application");
        clinic.complete(instance, "confirmQualification", Map.of());
        return task(clinic, instance, "consentToFee", Map.of("consent", true));
    }

    private Stage enterApplication(Person clinic) {
        return task(
                clinic,
                applications.opened(clinic),
                "enterApplication",
                Map.of("contactName", IssuedApplications.CONTACT, "terminalName", IssuedApplications.TERMINAL));
    }

    private Stage confirmApplication(Person clinic) {
        return task(clinic, applications.entered(clinic), "confirmApplication", Map.of("action", "submit"));
    }

    private Stage reviewApplication() {
        return task(
                people.reviewer(),
                applications.submitted(people.clinic()),
                "reviewApplication",
                Map.of("decision", "reject", "reason", "登録内容を確認できません"));
    }

    private Stage postLetter() {
        return task(people.dispatch(), applications.printed(), "postLetter", posting());
    }

    private Stage recordDelivery() {
        var notice = applications.printed();
        people.dispatch().complete(notice, "postLetter", posting());
        return task(people.dispatch(), notice, "recordDelivery", Map.of("deliveredOn", TODAY));
    }

    private static Map<String, Object> posting() {
        return Map.of("trackingNumber", TrackingNumbers.next().toString(), "postedOn", TODAY);
    }

    private static Stage task(Person who, ProcessInstance instance, String task, Map<String, Object> valid) {
        return new Stage(who, "task/" + who.taskId(instance, task), "complete", valid);
    }

    /**
     * Somebody before a form.
     *
     * @param path of the task or definition below the engine's REST interface
     * @param otherWay what submits it besides {@code submit-form}
     * @param valid what may be entered, by key: strings, numbers and Booleans
     */
    record Stage(Person who, String path, String otherWay, Map<String, Object> valid) {}
}
