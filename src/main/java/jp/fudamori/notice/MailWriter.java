package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Rejected;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.stereotype.Component;

/** Writes mails from what the desks know. No secret of a letter ever comes here. */
@Component
class MailWriter {

    private final Dossiers dossiers;
    private final CertificateDesk certificates;
    private final Letters letters;
    private final FeeDesk fees;
    private final MailTemplates templates;

    MailWriter(
            Dossiers dossiers, CertificateDesk certificates, Letters letters, FeeDesk fees, MailTemplates templates) {
        this.dossiers = dossiers;
        this.certificates = certificates;
        this.letters = letters;
        this.fees = fees;
        this.templates = templates;
    }

    MailDraft acceptance(ApplicationNumber number) {
        var dossier = dossiers.of(number);
        return toClinic(
                MailKind.ACCEPTANCE,
                dossier,
                Map.of("paymentMethod", paymentMethod(dossier), "fee", agreedFee(number)));
    }

    MailDraft overdue(ApplicationNumber number, LocalDate nextReviewDue) {
        return toClinic(
                MailKind.OVERDUE, dossiers.of(number), Map.of("nextReviewDue", JapaneseDates.day(nextReviewDue)));
    }

    MailDraft rejected(ApplicationNumber number) {
        var dossier = dossiers.of(number);
        if (!(dossier.application() instanceof Rejected rejected)) {
            throw new IllegalStateException("not rejected: " + number);
        }
        return toClinic(MailKind.REJECTED, dossier, Map.of("reason", rejected.reason()));
    }

    MailDraft issuedAndPosted(ApplicationNumber number) {
        var certificate = certificates.issued(new LineNumber(number, 1));
        var posting = letters.find(number)
                .flatMap(Letter::handover)
                .orElseThrow(() -> new IllegalStateException("not posted: " + number));
        return toClinic(
                MailKind.ISSUED_AND_POSTED,
                dossiers.of(number),
                Map.of(
                        "notBefore", JapaneseDates.day(certificate.notBefore()),
                        "notAfter", JapaneseDates.day(certificate.notAfter()),
                        "downloadUntil", JapaneseDates.day(certificate.downloadUntil()),
                        "postedOn", JapaneseDates.day(posting.postedOn()),
                        "trackingNumber", posting.trackingNumber().value(),
                        "fee", postedFee(number)));
    }

    MailDraft qualificationMissing(InstitutionCode code, AccountId applicant, String reference) {
        var values = Map.of(
                "institutionCode", code.value(),
                "institutionName", dossiers.institution(code).name());
        var kind = MailKind.QUALIFICATION_MISSING;
        return new MailDraft(kind, reference, dossiers.account(applicant).mail(), templates.body(kind, values));
    }

    List<MailDraft> reviewReminder(ApplicationNumber number) {
        var dossier = dossiers.of(number);
        return dossiers.reviewers().stream()
                .map(reviewer -> reviewReminder(dossier, reviewer))
                .toList();
    }

    private MailDraft reviewReminder(Dossier dossier, Account reviewer) {
        return draft(MailKind.REVIEW_REMINDER, dossier, reviewer, Map.of("reviewerName", reviewer.name()));
    }

    private MailDraft toClinic(MailKind kind, Dossier dossier, Map<String, String> values) {
        return draft(kind, dossier, dossier.applicant(), values);
    }

    private MailDraft draft(MailKind kind, Dossier dossier, Account recipient, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.putAll(facts(dossier));
        return new MailDraft(kind, dossier.number().value(), recipient.mail(), templates.body(kind, all));
    }

    private String paymentMethod(Dossier dossier) {
        return switch (dossiers.paymentMethod(dossier.institution().code())) {
            case DEDUCTION -> "診療報酬からの控除";
            case INVOICE -> "払込請求書による振込み";
        };
    }

    private String agreedFee(ApplicationNumber number) {
        return fees.consent(number.value())
                .map(consent -> yen(consent.amountYen()))
                .orElseThrow(() -> new IllegalStateException("no consent to the fee: " + number));
    }

    private String postedFee(ApplicationNumber number) {
        return fees.fee(new LineNumber(number, 1).toString())
                .map(fee -> yen(fee.amountYen()))
                .orElseThrow(() -> new IllegalStateException("no fee posted: " + number));
    }

    private static String yen(int amount) {
        return String.format(Locale.JAPAN, "%,d円", amount);
    }

    private static Map<String, String> facts(Dossier dossier) {
        var submission = dossier.application().submission();
        return Map.of(
                "applicationNumber", dossier.number().value(),
                "institutionCode", dossier.institution().code().value(),
                "institutionName", dossier.institution().name(),
                "contactName", dossier.particulars().contactName(),
                "terminalName", String.join("、", dossier.particulars().terminalNames()),
                "submittedAt", JapaneseDates.moment(submission.submittedAt()),
                "reviewDue", JapaneseDates.day(submission.reviewDue()),
                "expectedArrival", JapaneseDates.day(submission.expectedArrival()));
    }
}
