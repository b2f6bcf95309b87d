package jp.fudamori.renewal;

import java.time.LocalDate;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.Download;
import jp.fudamori.certificate.RenewalReason;
import jp.fudamori.certificate.RenewedCertificates;
import jp.fudamori.certificate.RevocationDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;

/** Hands the new certificate to its terminal, and takes the old one out of use some days later. */
@DomainService
public class RenewalHandover {

    private static final String ACTOR = "renewal";

    private final RenewalBoard board;
    private final RenewedCertificates renewed;
    private final CertificateDesk certificates;
    private final RevocationDesk revocations;
    private final RenewalSettings settings;

    RenewalHandover(
            RenewalBoard board,
            RenewedCertificates renewed,
            CertificateDesk certificates,
            RevocationDesk revocations,
            RenewalSettings settings) {
        this.board = board;
        this.renewed = renewed;
        this.certificates = certificates;
        this.revocations = revocations;
        this.settings = settings;
    }

    /**
     * Returns the PKCS#12 file of the certificate that takes the place of this one.
     *
     * @param line the certificate that the terminal has
     * @param password chosen by the clinic; looked at the first time only
     * @param from network address of the caller
     * @throws Refusal {@code not-renewed}, and those of {@link RenewedCertificates#fetch}
     */
    public Download fetch(LineNumber line, String password, String from) {
        var found = board.of(line).orElseThrow(() -> new IllegalStateException("nothing issued for " + line));
        return switch (found.stage()) {
            case IN_THE_MAKING, READY, FETCHED ->
                renewed.fetch(found.replacement().orElseThrow(), password, from);
            default -> throw new Refusal(RenewalReason.NOT_RENEWED, "この電子証明書は、まだ更新されていません。");
        };
    }

    /**
     * Returns the last day of the old certificate after its successor was fetched for the first time today.
     *
     * @param today day of that fetch
     */
    public LocalDate supersededOn(LineNumber line, LocalDate today) {
        var day = today.plusDays(settings.supersededAfterDays());
        var end = certificates.issued(line).notAfter();
        return day.isBefore(end) ? day : end;
    }

    /** Revokes the old certificate as superseded; does nothing where it is revoked or has ended. */
    public void supersede(LineNumber line, LocalDate today) {
        if (!today.isAfter(certificates.issued(line).notAfter())) {
            revocations.revoke(line, RevocationReason.SUPERSEDED, ACTOR, "更新した電子証明書の受取りから一定の日数がたったため");
        }
    }
}
