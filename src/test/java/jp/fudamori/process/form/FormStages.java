package jp.fudamori.process.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.fudamori.IssuedApplications;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.Registrants;
import jp.fudamori.account.Role;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * How to come before each form, and what may be entered there. A new form in {@code forms/} needs a line here; then
 * {@link FormBadInputIT} tries every wrong value on it.
 */
final class FormStages {

    private static final String TODAY = "2026-11-20";
    private static final Map<String, Object> QUALIFICATION =
            Map.of("paymentMethod", "INVOICE", "contactName", IssuedApplications.CONTACT);
    private static final Map<String, Object> ENTRY =
            Map.of("contactName", IssuedApplications.CONTACT, "terminalNames", IssuedApplications.TERMINAL);
    private static final Map<String, Object> SUBMIT = Map.of("action", "submit");

    private final Participants people;
    private final IssuedApplications applications;
    private final RefusedMails mails;
    private final Registrants registrations;
    private final Map<String, Supplier<Stage>> stages;

    /** @param others stages of forms that need more than people and applications */
    FormStages(
            Participants people,
            IssuedApplications applications,
            RefusedMails mails,
            Registrants registrations,
            List<Map<String, Supplier<Stage>>> others) {
        this.people = people;
        this.applications = applications;
        this.mails = mails;
        this.registrations = registrations;
        this.stages = Stream.concat(
                        Stream.of(
                                ofDrafts(),
                                ofReviews(),
                                ofQualifications(),
                                ofOffice(),
                                ofDeadlines(),
                                new CertificateStages(people, applications).all()),
                        others.stream())
                .flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Ids of the forms that can be reached. */
    Set<String> forms() {
        return stages.keySet();
    }

    /** Somebody new before the form, which nobody has filled in yet. */
    Stage of(String form) {
        return stages.get(form).get();
    }

    private Map<String, Supplier<Stage>> ofDrafts() {
        return Map.of(
                "application-requested", () -> start(people.clinic(), "certificate-application", Map.of()),
                "confirm-qualification", this::confirmQualification,
                "verify-qualification", this::verifyQualification,
                "consent-to-fee", this::consentToFee,
                "enter-application", this::enterApplication,
                "confirm-application", this::confirmApplication,
                "cancellation-requested", this::cancellationRequested);
    }

    private Map<String, Supplier<Stage>> ofReviews() {
        return Map.of(
                "review-application", this::reviewApplication,
                "approve-second", this::approveSecond,
                "correct-application", this::correctApplication);
    }

    private Map<String, Supplier<Stage>> ofQualifications() {
        return Map.of(
                "qualification-requested",
                        () -> start(people.clinicWithoutQualification(), "qualification-application", Map.of()),
                "enter-qualification", this::enterQualification,
                "confirm-qualification-entry", this::confirmQualificationEntry,
                "review-qualification", this::reviewQualification,
                "withdrawal-requested", this::withdrawalRequested);
    }

    private Map<String, Supplier<Stage>> ofOffice() {
        return Map.of(
                "call-received",
                () -> start(people.staff(Role.CALL_CENTRE), "phone-call", call(people.clinic())),
                "end-call",
                this::endCall,
                "correct-address",
                this::correctAddress,
                "verify-registration",
                this::verifyRegistration);
    }

    private Map<String, Supplier<Stage>> ofDeadlines() {
        return Map.of("recount-requested", this::recountRequested, "confirm-recount", this::confirmRecount);
    }

    /** On a day so far away that no deadline moves. */
    private Stage recountRequested() {
        return start(
                people.staff(Role.OPERATOR),
                "deadline-recount",
                Map.of("day", "2098-06-04", "opening", "closed", "dayName", "臨時休業日"));
    }

    private static Map<String, Object> dayDecided(String opening) {
        return Map.of("day", "2026-11-25", "opening", opening, "dayName", "臨時の変更");
    }

    private Stage confirmRecount() {
        applications.submitted(people.clinic());
        var operator = people.staff(Role.OPERATOR);
        var instance = operator.start("deadline-recount", dayDecided("closed"));
        // for the other tests it is a working day again
        operator.start("deadline-recount", dayDecided("open"));
        return task(operator, instance, "confirmRecount", Map.of("decision", "recount", "reason", "営業日を数え直しました。"));
    }

    private Stage confirmQualification() {
        var clinic = people.clinic();
        return task(clinic, clinic.start("certificate-application"), "confirmQualification", Map.of("claimed", false));
    }

    private Stage verifyQualification() {
        var clinic = people.clinicWithoutQualification();
        var instance = clinic.start("certificate-application");
        clinic.complete(instance, "confirmQualification", Map.of("claimed", true));
        return task(
                people.reviewer(),
                instance,
                "verifyQualification",
                Map.of("verified", true, "acceptedOn", TODAY, "paymentMethod", "INVOICE"));
    }

    private Stage consentToFee() {
        var clinic = people.clinic();
        var instance = clinic.start("certificate-application");
        clinic.complete(instance, "confirmQualification", Map.of("claimed", false));
        return task(clinic, instance, "consentToFee", Map.of("consent", true));
    }

    private Stage enterApplication() {
        var clinic = people.clinic();
        return task(clinic, applications.opened(clinic), "enterApplication", ENTRY);
    }

    private Stage confirmApplication() {
        var clinic = people.clinic();
        return task(clinic, applications.entered(clinic), "confirmApplication", SUBMIT);
    }

    private Stage cancellationRequested() {
        var clinic = people.clinic();
        var number = applications.number(applications.submitted(clinic));
        return start(clinic, "application-cancellation", Map.of("applicationNumber", number.value()));
    }

    private Stage reviewApplication() {
        return task(
                people.reviewer(),
                applications.submitted(people.clinic()),
                "reviewApplication",
                Map.of("decision", "reject", "reason", "登録内容を確認できません"));
    }

    /** More than ten terminals need a second approval. */
    private Stage approveSecond() {
        var clinic = people.clinic();
        var instance = applications.opened(clinic);
        var terminals =
                IntStream.rangeClosed(1, 11).mapToObj(each -> "端末" + each).collect(Collectors.joining("\n"));
        clinic.complete(
                instance,
                "enterApplication",
                Map.of("contactName", IssuedApplications.CONTACT, "terminalNames", terminals));
        clinic.complete(instance, "confirmApplication", SUBMIT);
        people.reviewer().complete(instance, "reviewApplication", Map.of("decision", "approve"));
        return task(people.staff(Role.SUPERVISOR), instance, "approveSecond", Map.of("decision", "approve"));
    }

    private Stage correctApplication() {
        var clinic = people.clinic();
        var instance = applications.submitted(clinic);
        people.reviewer()
                .complete(instance, "reviewApplication", Map.of("decision", "return", "contactRemark", "担当者名をご確認ください"));
        return task(clinic, instance, "correctApplication", ENTRY);
    }

    private Stage enterQualification() {
        var clinic = people.clinicWithoutQualification();
        return task(clinic, clinic.start("qualification-application"), "enterQualification", QUALIFICATION);
    }

    private Stage confirmQualificationEntry() {
        var clinic = people.clinicWithoutQualification();
        var instance = clinic.start("qualification-application");
        clinic.complete(instance, "enterQualification", QUALIFICATION);
        return task(clinic, instance, "confirmQualificationEntry", SUBMIT);
    }

    private Stage withdrawalRequested() {
        var clinic = people.clinicWithoutQualification();
        var number = applications.qualification(clinic);
        return start(clinic, "qualification-withdrawal", Map.of("applicationNumber", number.value()));
    }

    private Stage reviewQualification() {
        var clinic = people.clinicWithoutQualification();
        var instance = clinic.start("qualification-application");
        clinic.complete(instance, "enterQualification", QUALIFICATION);
        clinic.complete(instance, "confirmQualificationEntry", SUBMIT);
        return task(
                people.reviewer(),
                instance,
                "reviewQualification",
                Map.of("decision", "reject", "reason", "申請者が特定できません"));
    }

    private Stage endCall() {
        var staff = people.staff(Role.CALL_CENTRE);
        return task(staff, staff.start("phone-call", call(people.clinic())), "endCall", Map.of("note", "進み方を案内した"));
    }

    private Stage correctAddress() {
        var mail = mails.acceptanceOf(applications.submitted(people.clinic()));
        return task(
                people.staff(Role.CALL_CENTRE),
                mail,
                "correctAddress",
                Map.of("outcome", "giveUp", "reason", "内容を電話で伝えた"));
    }

    private Stage verifyRegistration() {
        return task(
                people.staff(Role.CALL_CENTRE),
                registrations.ofUnknownInstitution(),
                "verifyRegistration",
                Map.of("decision", "reject", "reason", "登録簿にない医療機関コードです"));
    }

    private static Map<String, Object> call(Person clinic) {
        return Map.of("institutionCode", clinic.institution().value(), "caller", "事務長 佐藤", "identityCheck", "CALLBACK");
    }

    static Stage start(Person who, String process, Map<String, Object> valid) {
        return new Stage(who, "process-definition/key/" + process, "start", valid);
    }

    static Stage task(Person who, ProcessInstance instance, String task, Map<String, Object> valid) {
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
