package jp.fudamori.notice;

import static jp.fudamori.common.JapaneseDates.day;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** Writes what a clinic is told about its 利用申請. */
@Component
class QualificationMails {

    private final MailWriter writer;

    QualificationMails(MailWriter writer) {
        this.writer = writer;
    }

    MailDraft received(Clinic clinic, String number, LocalDate reviewDue, String paymentMethod) {
        return write(
                clinic,
                new Turn(MailKind.QUALIFICATION_RECEIVED, number, reviewDue.toString()),
                Map.of("reviewDue", day(reviewDue), "paymentMethod", paymentMethod));
    }

    MailDraft returned(Clinic clinic, String number, String occasion, String reason, LocalDate correctionDue) {
        return write(
                clinic,
                new Turn(MailKind.QUALIFICATION_RETURNED, number, occasion),
                Map.of("reason", reason, "correctionDue", day(correctionDue)));
    }

    MailDraft accepted(Clinic clinic, String number) {
        return write(clinic, Turn.once(MailKind.QUALIFICATION_ACCEPTED, number), Map.of());
    }

    MailDraft withdrawn(Clinic clinic, String number) {
        return write(clinic, Turn.once(MailKind.QUALIFICATION_WITHDRAWN, number), Map.of());
    }

    MailDraft rejected(Clinic clinic, String number, String reason) {
        return write(clinic, Turn.once(MailKind.QUALIFICATION_REJECTED, number), Map.of("reason", reason));
    }

    MailDraft abandoned(Clinic clinic, String reference, Optional<String> number) {
        return write(
                clinic,
                Turn.once(MailKind.QUALIFICATION_ABANDONED, reference),
                Map.of("qualificationNumber", number.orElse("なし（受付前）")));
    }

    MailDraft overdue(Clinic clinic, String number, LocalDate missedDue, LocalDate nextReviewDue) {
        return write(
                clinic,
                new Turn(MailKind.QUALIFICATION_OVERDUE, number, nextReviewDue.toString()),
                Map.of("reviewDue", day(missedDue), "nextReviewDue", day(nextReviewDue)));
    }

    MailDraft deadlineMoved(Clinic clinic, String number, LocalDate oldDue, LocalDate newDue, String reason) {
        return write(
                clinic,
                new Turn(MailKind.QUALIFICATION_DEADLINE_MOVED, number, newDue.toString()),
                Map.of("oldDue", day(oldDue), "newDue", day(newDue), "reason", reason));
    }

    /** Whom a mail is about and to whom it goes. */
    record Clinic(InstitutionCode code, AccountId applicant) {}

    private MailDraft write(Clinic clinic, Turn turn, Map<String, String> values) {
        var all = new HashMap<String, Object>();
        all.put("qualificationNumber", turn.reference());
        all.putAll(values);
        return writer.toClinic(clinic.code(), clinic.applicant(), turn, all);
    }
}
