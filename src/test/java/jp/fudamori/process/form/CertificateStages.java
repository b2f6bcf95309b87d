package jp.fudamori.process.form;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import jp.fudamori.IssuedApplications;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.account.Role;
import jp.fudamori.process.form.FormStages.Stage;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** The forms about certificates that were issued. */
final class CertificateStages {

    private static final String TODAY = "2026-11-20";
    private static final Map<String, Object> GONE = Map.of("cause", "terminal-gone", "note", "端末を廃棄した");
    private static final Map<String, Object> ORDER = Map.of("cause", "cessation", "note", "廃止届を確認した");
    private static final Map<String, Object> STOLEN =
            Map.of("kind", "terminal-stolen", "lostOn", TODAY, "place", "受付", "circumstances", "盗難届を出した");

    private final Participants people;
    private final IssuedApplications applications;

    CertificateStages(Participants people, IssuedApplications applications) {
        this.people = people;
        this.applications = applications;
    }

    Map<String, Supplier<Stage>> all() {
        return Map.of(
                "revocation-requested", this::revocationRequested,
                "enter-revocation", this::enterRevocation,
                "confirm-revocation", this::confirmRevocation,
                "order-revocation", this::orderRevocation,
                "approve-revocation", this::approveRevocation,
                "loss-reported", this::lossReported,
                "describe-loss", this::describeLoss,
                "confirm-loss", this::confirmLoss,
                "stop-letter", this::stopLetter);
    }

    private Stage revocationRequested() {
        var clinic = people.clinic();
        return FormStages.start(clinic, "certificate-revocation", Map.of("lineNumbers", issued(clinic)));
    }

    private Stage enterRevocation() {
        var clinic = people.clinic();
        return FormStages.task(clinic, revocation(clinic, issued(clinic)), "enterRevocation", GONE);
    }

    private Stage confirmRevocation() {
        var clinic = people.clinic();
        var instance = revocation(clinic, issued(clinic));
        clinic.complete(instance, "enterRevocation", GONE);
        return FormStages.task(clinic, instance, "confirmRevocation", Map.of("action", "revoke"));
    }

    private Stage orderRevocation() {
        var officer = people.staff(Role.REVIEWER);
        return FormStages.task(officer, revocation(officer, issued(people.clinic())), "orderRevocation", ORDER);
    }

    private Stage approveRevocation() {
        var officer = people.staff(Role.REVIEWER);
        var instance = revocation(officer, issued(people.clinic()));
        officer.complete(instance, "orderRevocation", ORDER);
        return FormStages.task(
                people.staff(Role.SUPERVISOR), instance, "approveRevocation", Map.of("decision", "approve"));
    }

    private Stage lossReported() {
        var clinic = people.clinic();
        return FormStages.start(clinic, "certificate-reissue", Map.of("lineNumber", issued(clinic)));
    }

    private Stage describeLoss() {
        var clinic = people.clinic();
        return FormStages.task(clinic, reissue(clinic, issued(clinic)), "describeLoss", STOLEN);
    }

    private Stage confirmLoss() {
        var clinic = people.clinic();
        var instance = reissue(clinic, issued(clinic));
        clinic.complete(instance, "describeLoss", STOLEN);
        return FormStages.task(clinic, instance, "confirmLoss", Map.of("action", "report"));
    }

    private Stage stopLetter() {
        var clinic = people.clinic();
        var application = applications.issued(clinic, "受付端末");
        var notice = applications.posted(application, LocalDate.parse(TODAY));
        var instance = revocation(clinic, line(application));
        clinic.complete(instance, "enterRevocation", GONE);
        clinic.complete(instance, "confirmRevocation", Map.of("action", "revoke"));
        return FormStages.task(
                people.dispatch(), notice, "stopLetter", Map.of("stopping", "asked", "note", "中央郵便局に請求した"));
    }

    private String issued(Person clinic) {
        return line(applications.issued(clinic, "受付端末"));
    }

    private String line(ProcessInstance application) {
        return applications.number(application) + "-01";
    }

    private static ProcessInstance revocation(Person by, String line) {
        return by.start("certificate-revocation", Map.of("lineNumbers", line));
    }

    private static ProcessInstance reissue(Person by, String line) {
        return by.start("certificate-reissue", Map.of("lineNumber", line));
    }
}
