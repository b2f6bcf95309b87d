package jp.fudamori.notice;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.RevocationRequest.CarriedOut;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.JapaneseDates;

/** Queues the mails about certificates that end before their time, in the caller's transaction. */
@DomainService
public class CertificateMailDesk {

    private final MailWriter writer;
    private final Dossiers dossiers;
    private final CertificateDesk certificates;
    private final Outbox outbox;

    CertificateMailDesk(MailWriter writer, Dossiers dossiers, CertificateDesk certificates, Outbox outbox) {
        this.writer = writer;
        this.dossiers = dossiers;
        this.certificates = certificates;
        this.outbox = outbox;
    }

    /** 失効: tells the clinic what was revoked, when and why; one mail for each application that it came from. */
    public void revoked(CarriedOut request) {
        byApplication(request.revoked())
                .forEach((number, lines) -> outbox.queue(writer.toClinic(
                        MailKind.CERTIFICATE_REVOKED,
                        number,
                        request.wish().id().toString(),
                        Map.of(
                                "revoked",
                                describe(lines),
                                "revokedAt",
                                JapaneseDates.moment(request.at()),
                                "reason",
                                request.grounds().reason().label()))));
    }

    /** 再発行受付: tells the clinic what is void now, and that it must agree to a new fee. */
    public void lossAccepted(LossMail loss) {
        byApplication(loss.lines())
                .forEach((number, lines) -> outbox.queue(writer.toClinic(
                        MailKind.LOSS_ACCEPTED,
                        number,
                        loss.reference(),
                        Map.of(
                                "lost", describe(lines),
                                "what", loss.what(),
                                "at", JapaneseDates.moment(loss.at()),
                                "revokedAtOnce", loss.revoked()))));
    }

    /** 発行なし: tells the clinic which certificate it does not get after all, and why. The line was withheld. */
    public void withheld(LineNumber line) {
        if (!(dossiers.of(line.application()).application() instanceof Approved approved)) {
            throw new IllegalStateException("not approved: " + line);
        }
        outbox.queue(writer.toClinic(
                MailKind.CERTIFICATE_WITHHELD,
                line.application(),
                line.toString(),
                Map.of(
                        "terminal",
                        approved.particulars().terminalName(line),
                        "reason",
                        requireNonNull(approved.refused().get(line)))));
    }

    private static Map<ApplicationNumber, List<LineNumber>> byApplication(List<LineNumber> lines) {
        var sorted = new TreeMap<ApplicationNumber, List<LineNumber>>(
                java.util.Comparator.comparing(ApplicationNumber::value));
        sorted.putAll(lines.stream().collect(groupingBy(LineNumber::application)));
        return sorted;
    }

    private List<Map<String, String>> describe(List<LineNumber> lines) {
        return lines.stream().sorted().map(this::describe).toList();
    }

    private Map<String, String> describe(LineNumber line) {
        return Map.of(
                "terminal", dossiers.of(line.application()).particulars().terminalName(line),
                "serial", certificates.issued(line).serialNumber(),
                "line", line.toString());
    }
}
