package jp.fudamori.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** Addresses mails, and fills in what every mail of its sort says. No secret of a letter ever comes here. */
@Component
class MailWriter {

    private final Dossiers dossiers;
    private final MailTemplates templates;

    MailWriter(Dossiers dossiers, MailTemplates templates) {
        this.dossiers = dossiers;
        this.templates = templates;
    }

    /** A mail to the clinic about its application. */
    MailDraft toClinic(MailKind kind, ApplicationNumber number, Map<String, ?> values) {
        return toClinic(kind, number, "", values);
    }

    /** A mail to the clinic about its application, which may take this turn again. */
    MailDraft toClinic(MailKind kind, ApplicationNumber number, String occasion, Map<String, ?> values) {
        var dossier = dossiers.of(number);
        return draft(new Turn(kind, number.value(), occasion), dossier.applicant(), join(facts(dossier), values));
    }

    /** A mail to the clinic about something else than an application that has a number. */
    MailDraft toClinic(InstitutionCode code, AccountId applicant, Turn turn, Map<String, ?> values) {
        var institution = Map.of(
                "institutionCode", code.value(),
                "institutionName", dossiers.institution(code).name());
        return draft(turn, dossiers.account(applicant), join(institution, values));
    }

    /** A mail to everybody of a role, one for each. */
    List<MailDraft> toStaff(MailKind kind, ApplicationNumber number, String occasion, Role role) {
        var facts = facts(dossiers.of(number));
        var turn = new Turn(kind, number.value(), occasion);
        return dossiers.inRole(role).stream()
                .map(person -> draft(turn, person, join(facts, Map.of("staffName", person.name()))))
                .toList();
    }

    private MailDraft draft(Turn turn, Account recipient, Map<String, ?> values) {
        return new MailDraft(turn, recipient.mail(), recipient.institution(), templates.body(turn.kind(), values));
    }

    private static Map<String, ?> join(Map<String, ?> some, Map<String, ?> others) {
        var all = new HashMap<String, Object>(some);
        all.putAll(others);
        return all;
    }

    private static Map<String, ?> facts(Dossier dossier) {
        var submission = dossier.application().submission();
        return Map.of(
                "applicationNumber", dossier.number().value(),
                "institutionCode", dossier.institution().code().value(),
                "institutionName", dossier.institution().name(),
                "contactName", dossier.particulars().contactName(),
                "terminals", dossier.terminalNames(),
                "submittedAt", JapaneseDates.moment(submission.submittedAt()),
                "reviewDue", JapaneseDates.day(submission.reviewDue()),
                "expectedArrival", JapaneseDates.day(submission.expectedArrival()));
    }
}
