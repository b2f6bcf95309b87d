package jp.fudamori.renewal;

import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.RenewedCertificates;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.fee.CancellationDesk;

/** Takes back a renewal whose old certificate was revoked before the clinic had fetched the new one [ADR 0028]. */
@DomainService
public class RenewalWithdrawal {

    private static final String ACTOR = "renewal";
    private static final String BECAUSE = "受取りの前に、更新もとの電子証明書が失効したため";

    private final CertificateDesk certificates;
    private final RenewedCertificates renewed;
    private final RevocationRequestDesk revocations;
    private final CancellationDesk fees;

    RenewalWithdrawal(
            CertificateDesk certificates,
            RenewedCertificates renewed,
            RevocationRequestDesk revocations,
            CancellationDesk fees) {
        this.certificates = certificates;
        this.renewed = renewed;
        this.revocations = revocations;
        this.fees = fees;
    }

    /**
     * Has a new certificate revoked that nobody has fetched, for the reason for which the old one was revoked: nothing
     * proves any more which terminal may have it. Its fee is cancelled with it, also where somebody else has revoked it
     * before. Told a second time, it does nothing.
     */
    public void withdraw(LineNumber line, LineNumber replacement) {
        if (certificates.of(line).orElseThrow() instanceof Revoked revoked && !renewed.isFetched(replacement)) {
            revocations.order(List.of(replacement), revoked.reason(), ACTOR, BECAUSE);
            fees.withdraw(replacement.toString(), BECAUSE);
        }
    }
}
