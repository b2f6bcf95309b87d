package jp.fudamori.notice;

import static jp.fudamori.common.JapaneseDates.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.paper.Office;

/** Queues mails about certificates that end and are renewed, as {@link MailDesk} does others. */
@DomainService
public class RenewalMailDesk {

    private final MailWriter writer;
    private final Dossiers dossiers;
    private final CertificateDesk certificates;
    private final Outbox outbox;
    private final Office office;

    RenewalMailDesk(MailWriter writer, Dossiers dossiers, CertificateDesk certificates, Outbox outbox, Office office) {
        this.writer = writer;
        this.dossiers = dossiers;
        this.certificates = certificates;
        this.outbox = outbox;
        this.office = office;
    }

    /**
     * What a clinic is reminded of.
     *
     * @param notAfter last day of all the certificates
     * @param daysBefore the reminder: 90, 60, 30, 15, or 7 to 0
     * @param terminals whose certificates these are, at least one
     * @param amountYen price of one renewal
     */
    public record Reminder(LocalDate notAfter, int daysBefore, List<String> terminals, int amountYen) {

        String occasion() {
            return notAfter + " " + daysBefore;
        }
    }

    /** 有効期限予告: tells the clinic which certificates end, once for each day of reminding. */
    public void reminder(InstitutionCode code, AccountId applicant, Reminder reminder) {
        outbox.queue(writer.toClinic(
                code,
                applicant,
                new Turn(MailKind.RENEWAL_REMINDER, code.value(), reminder.occasion()),
                Map.of(
                        "terminals", reminder.terminals(),
                        "validUntil", day(reminder.notAfter()),
                        "price", String.format(Locale.JAPAN, "%,d円", reminder.amountYen()),
                        "listUrl", page("certificates"),
                        "renewalUrl", renewalUrl())));
    }

    /** 更新: tells the clinic that its new certificate is there, and how to fetch it. */
    public void renewed(LineNumber line) {
        var issued = certificates.issued(line);
        outbox.queue(writer.toClinic(
                MailKind.RENEWED,
                line.application(),
                Map.of(
                        "validUntil", day(issued.notAfter()),
                        "fetchUntil", day(issued.downloadUntil()),
                        "ownKey", certificates.hasOwnKey(line),
                        "renewalUrl", renewalUrl())));
    }

    /** 更新取消し: tells the clinic that it gets no new certificate, signed already or not, and owes no fee. */
    public void withdrawn(LineNumber line) {
        outbox.queue(writer.toClinic(
                MailKind.RENEWAL_WITHDRAWN,
                line.application(),
                Map.of("signed", !certificates.issuedOf(line.application()).isEmpty())));
    }

    /** 有効期限切れ: tells the clinic that a certificate ended without renewal. */
    public void expired(LineNumber line) {
        var application = dossiers.of(line.application());
        outbox.queue(writer.toClinic(
                MailKind.CERTIFICATE_EXPIRED,
                line.application(),
                line.toString(),
                Map.of(
                        "terminal", application.particulars().terminalName(line),
                        "validUntil", day(certificates.issued(line).notAfter()))));
    }

    private String renewalUrl() {
        return office.downloadUrl().resolve("renewal").toString();
    }

    private String page(String path) {
        return office.statusUrl().resolve("/" + path).toString();
    }
}
