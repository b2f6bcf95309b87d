package jp.fudamori.renewal;

import java.util.List;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.RenewalReason;
import jp.fudamori.certificate.RenewedCertificates;
import jp.fudamori.certificate.Replacements;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;

/** 更新: gives a terminal its next certificate before the one that it has ends, without a review and without a letter. */
@DomainService
public class RenewalDesk {

    /** Days before the last day of a certificate on which its renewal begins [SOURCES: renewal-window]. */
    public static final int WINDOW_DAYS = 90;

    private final Renewals renewals;
    private final RenewalIntake intake;
    private final RenewedCertificates certificates;
    private final Replacements replacements;
    private final RenewalRecords records;

    RenewalDesk(
            Renewals renewals,
            RenewalIntake intake,
            RenewedCertificates certificates,
            Replacements replacements,
            RenewalRecords records) {
        this.renewals = renewals;
        this.intake = intake;
        this.certificates = certificates;
        this.replacements = replacements;
        this.records = records;
    }

    /** Opens the periods of certificates whose window has begun; those that are open are left alone. */
    int open(List<LineNumber> lines) {
        return (int) lines.stream().filter(this::open).count();
    }

    private boolean open(LineNumber line) {
        var isFirst = renewals.open(line, records.now());
        if (isFirst) {
            records.opened(line);
        }
        return isFirst;
    }

    /**
     * Ends the offers to codes that have ended: what they have lives out its time.
     *
     * @param most how many at once
     * @return how many; fewer than {@code most} where none is left
     */
    int stopEnded(int most) {
        var stopped = renewals.stopEnded(Optional.empty(), records.today(), records.now(), most);
        stopped.forEach(records::stopped);
        return stopped.size();
    }

    /**
     * Takes a renewal in from the clinic that has the certificate: its fee is agreed to, and the new certificate is
     * about to be made.
     *
     * @param by the clinic, or the call centre that has it on the phone
     * @return the line whose certificate takes its place
     * @throws Refusal {@code certificate-foreign}, {@code institution-ended}, {@code certificate-revoked},
     *     {@code certificate-expired}, {@code renewal-too-early}, {@code already-replaced}, {@code renewal-stopped}
     */
    public LineNumber request(LineNumber line, AccountId by) {
        var order = intake.orderOf(line, by);
        return request(line, order);
    }

    /** As {@link #request(LineNumber, AccountId)}, from the terminal that has proved which certificate it has. */
    public LineNumber requestAtTerminal(LineNumber line) {
        return request(line, intake.orderOfTerminal(line));
    }

    private LineNumber request(LineNumber line, RenewalIntake.Order order) {
        certificates.renewable(line, WINDOW_DAYS);
        replacements.requireFree(line);
        if (renewals.isOver(line)) {
            throw new Refusal(RenewalReason.RENEWAL_STOPPED, "この電子証明書の更新は、医療機関コードの廃止の記録により終わっています。新たに発行を申請してください。");
        }
        open(line);
        var replacement = intake.submit(line, order);
        renewals.requested(line, order.channel(), records.now());
        records.requested(line, replacement, order);
        return replacement;
    }

    /** @throws Refusal {@code certificate-foreign} */
    public void requireOf(InstitutionCode institution, LineNumber line) {
        if (!intake.institutionOf(line).equals(institution)) {
            throw foreign();
        }
    }

    static Refusal foreign() {
        return new Refusal(RenewalReason.CERTIFICATE_FOREIGN, "この電子証明書は、ご利用の医療機関のものではありません。");
    }
}
