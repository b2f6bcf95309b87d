package jp.fudamori.notice;

import static jp.fudamori.common.JapaneseDates.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.LookupDesk;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** Writes what a clinic is told between its first entry and the decision. */
@Component
class ApplicationMails {

    private final MailWriter writer;
    private final Dossiers dossiers;
    private final FeeLabels fees;
    private final LookupDesk lookups;

    ApplicationMails(MailWriter writer, Dossiers dossiers, FeeLabels fees, LookupDesk lookups) {
        this.writer = writer;
        this.dossiers = dossiers;
        this.fees = fees;
        this.lookups = lookups;
    }

    MailDraft acceptance(ApplicationNumber number) {
        var dossier = dossiers.of(number);
        var mail = writer.toClinic(
                MailKind.ACCEPTANCE,
                number,
                Map.of(
                        "lookupCode", MailSecret.Kind.CODE.place(),
                        "paymentMethod", fees.paymentMethod(dossier.institution()),
                        "fee", fees.agreed(number, dossier.terminalNames().size())));
        return mail.with(new MailSecret(MailSecret.Kind.CODE, lookups.newCode(number)));
    }

    MailDraft correctionRequested(
            ApplicationNumber number, String occasion, List<String> remarks, LocalDate correctionDue) {
        return writer.toClinic(
                MailKind.CORRECTION_REQUESTED,
                number,
                occasion,
                Map.of("remarks", remarks, "correctionDue", day(correctionDue)));
    }

    MailDraft resubmitted(ApplicationNumber number, String occasion, LocalDate newReviewDue) {
        return writer.toClinic(MailKind.RESUBMITTED, number, occasion, Map.of("newReviewDue", day(newReviewDue)));
    }

    MailDraft correctionAbandoned(ApplicationNumber number) {
        return writer.toClinic(MailKind.CORRECTION_ABANDONED, number, Map.of());
    }

    MailDraft draftAbandoned(InstitutionCode code, AccountId applicant, String reference) {
        return writer.toClinic(code, applicant, Turn.once(MailKind.DRAFT_ABANDONED, reference), Map.of());
    }

    MailDraft cancelled(ApplicationNumber number) {
        return writer.toClinic(MailKind.CANCELLED, number, Map.of());
    }

    MailDraft overdue(ApplicationNumber number, LocalDate nextReviewDue) {
        return writer.toClinic(
                MailKind.OVERDUE, number, nextReviewDue.toString(), Map.of("nextReviewDue", day(nextReviewDue)));
    }

    MailDraft deadlineMoved(ApplicationNumber number, String occasion, MovedDates moved, String reason) {
        return writer.toClinic(
                MailKind.DEADLINE_MOVED,
                number,
                occasion,
                Map.of(
                        "oldDue", day(moved.oldDue()),
                        "newDue", day(moved.newDue()),
                        "newArrival", day(moved.expectedArrival()),
                        "reason", reason));
    }

    MailDraft rejected(ApplicationNumber number) {
        if (!(dossiers.of(number).application() instanceof Rejected rejected)) {
            throw new IllegalStateException("not rejected: " + number);
        }
        return writer.toClinic(MailKind.REJECTED, number, Map.of("reason", rejected.reason()));
    }

    MailDraft approvedInPart(ApplicationNumber number) {
        if (!(dossiers.of(number).application() instanceof Approved approved)) {
            throw new IllegalStateException("not approved: " + number);
        }
        var lines = approved.lines().size();
        return writer.toClinic(
                MailKind.APPROVED_IN_PART,
                number,
                Map.of("refused", refused(approved), "approvedCount", lines, "fee", fees.agreed(number, lines)));
    }

    MailDraft qualificationMissing(InstitutionCode code, AccountId applicant, String reference, LocalDate until) {
        return writer.toClinic(
                code, applicant, Turn.once(MailKind.QUALIFICATION_MISSING, reference), Map.of("until", day(until)));
    }

    MailDraft qualificationWaitAbandoned(InstitutionCode code, AccountId applicant, String reference) {
        return writer.toClinic(code, applicant, Turn.once(MailKind.QUALIFICATION_WAIT_ABANDONED, reference), Map.of());
    }

    private static List<String> refused(Approved approved) {
        return approved.submission().lines().stream()
                .filter(approved.refused()::containsKey)
                .map(line -> approved.particulars().terminalName(line) + ": "
                        + approved.refused().get(line))
                .toList();
    }
}
