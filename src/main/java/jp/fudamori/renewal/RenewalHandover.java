package jp.fudamori.renewal;

import java.time.LocalDate;
import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.Download;
import jp.fudamori.certificate.RenewalReason;
import jp.fudamori.certificate.RenewedCertificates;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;

/** Hands the new certificate to its terminal, and takes the old one out of use some days later. */
@DomainService
public class RenewalHandover {

    private static final String ACTOR = "renewal";

    private final RenewalBoard board;
    private final RenewedCertificates renewed;
    private final CertificateDesk certificates;
    private final RevocationRequestDesk revocations;
    private final OldCertificateEnd oldEnd;

    RenewalHandover(
            RenewalBoard board,
            RenewedCertificates renewed,
            CertificateDesk certificates,
            RevocationRequestDesk revocations,
            OldCertificateEnd oldEnd) {
        this.board = board;
        this.renewed = renewed;
        this.certificates = certificates;
        this.revocations = revocations;
        this.oldEnd = oldEnd;
    }

    /**
     * Returns the PKCS#12 file of the certificate that takes the place of this one.
     *
     * @param line the certificate that the terminal has
     * @param password chosen by the clinic; looked at the first time only
     * @param from network address of the caller
     * @throws Refusal {@code not-renewed}, {@code certificate-revoked}, and those of {@link RenewedCertificates#fetch}
     */
    public Download fetch(LineNumber line, String password, String from) {
        var found = board.of(line).orElseThrow(() -> new IllegalStateException("nothing issued for " + line));
        return switch (found.stage()) {
            case IN_THE_MAKING, READY, FETCHED, CLOSED ->
                renewed.fetch(found.replacement().orElseThrow(), password, from);
            case OVER -> throw new Refusal(RenewalReason.CERTIFICATE_REVOKED, "電子証明書が失効しているか、有効期限が切れているため、受け取れません。");
            default -> throw new Refusal(RenewalReason.NOT_RENEWED, "この電子証明書は、まだ更新されていません。");
        };
    }

    /**
     * Returns the last day of the old certificate, where its successor is fetched for the first time today: some days
     * from now, and its own end at the latest.
     */
    public LocalDate supersededOn(LineNumber line) {
        return oldEnd.on(certificates.issued(line).notAfter());
    }

    /** Has the old certificate revoked as superseded; nothing happens where it is revoked or has ended. */
    public void supersede(LineNumber line) {
        revocations.order(List.of(line), RevocationReason.SUPERSEDED, ACTOR, "更新した電子証明書の受取りから一定の日数がたったため");
    }
}
