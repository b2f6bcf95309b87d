package jp.fudamori.certificate;

import java.util.List;
import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.Serial;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.InstitutionCode;

/**
 * Issues the certificates of an approved application, one for each line, in two steps with a commit between them, each
 * safe to repeat.
 */
@DomainService
public class CertificateDesk {

    private static final int MOST_LISTED = 500;

    private final CertificateVetting vetting;
    private final CertificateSigning signing;
    private final Certificates certificates;
    private final SealedSecrets secrets;
    private final CertificateRecords records;

    CertificateDesk(
            CertificateVetting vetting,
            CertificateSigning signing,
            Certificates certificates,
            SealedSecrets secrets,
            CertificateRecords records) {
        this.vetting = vetting;
        this.signing = signing;
        this.certificates = certificates;
        this.secrets = secrets;
        this.records = records;
    }

    /**
     * Makes the key pair and fixes what will be signed.
     *
     * @throws jp.fudamori.common.Refusal {@code institution-ended}, or one of {@link jp.fudamori.ca.AuthorityReason}
     * @throws IllegalStateException if the line is not approved
     */
    public void vet(LineNumber line) {
        if (vetting.vet(line)) {
            records.vetted(line, serialOf(line));
        }
    }

    /**
     * Signs, packs the PKCS#12 file, and makes the secrets for the letter; the private key is gone afterwards but for
     * the file.
     *
     * @throws jp.fudamori.common.Refusal {@code institution-ended}
     * @throws IllegalStateException if the certificate was not vetted
     */
    public void sign(LineNumber line) {
        if (signing.sign(line)) {
            records.issued(line, serialOf(line));
        }
    }

    public Optional<Certificate> of(LineNumber line) {
        return certificates.find(line);
    }

    /**
     * Returns a certificate as it was issued, whatever became of it later.
     *
     * @throws IllegalStateException if the certificate is not signed yet
     */
    public Certificate.Issued issued(LineNumber line) {
        return of(line).flatMap(CertificateDesk::asIssued)
                .orElseThrow(() -> new IllegalStateException("not issued: " + line));
    }

    /** Returns what was issued for an application so far, revoked or not, in the order of its lines. */
    public List<Certificate.Issued> issuedOf(ApplicationNumber application) {
        return certificates.issuedOf(application);
    }

    /** Returns what was issued for an application and revoked later, in the order of its lines. */
    public List<Certificate.Revoked> revokedOf(ApplicationNumber application) {
        return certificates.revokedOf(application);
    }

    /** Returns what was issued for an application so far and its download not closed, in the order of its lines. */
    public List<Certificate.Issued> openOf(ApplicationNumber application) {
        return certificates.openOf(application);
    }

    /** Returns a certificate that was issued for an institution; empty where it is nobody's, or another's. */
    public Optional<HeldCertificate> held(InstitutionCode institution, LineNumber line) {
        return certificates.held(institution, line);
    }

    /** Returns whether the clinic made the key of a certificate itself; there is no password then. */
    public boolean hasOwnKey(LineNumber line) {
        return certificates.hasOwnKey(line);
    }

    /** Returns what was issued for an institution, the newest first, at most five hundred. */
    public List<HeldCertificate> heldBy(InstitutionCode institution) {
        return certificates.heldBy(institution, MOST_LISTED);
    }

    /**
     * Returns what the letter must say. For the letter only.
     *
     * @throws IllegalStateException if there are no secrets, not yet or no longer
     */
    public LetterSecrets secrets(LineNumber line) {
        return secrets.find(line)
                .orElseThrow(() -> new IllegalStateException("no secrets, not yet or no longer: " + line));
    }

    /** Destroys what the letter said, once the letter is in the post: a lost letter means a reissue. */
    public void destroySecrets(LineNumber line) {
        if (secrets.destroy(line)) {
            records.secretsDestroyed(line);
        }
    }

    private static Optional<Certificate.Issued> asIssued(Certificate certificate) {
        if (certificate instanceof Certificate.Revoked revoked) {
            return Optional.of(revoked.issued());
        }
        return certificate instanceof Certificate.Issued issued ? Optional.of(issued) : Optional.empty();
    }

    private Serial serialOf(LineNumber line) {
        return certificates.find(line).orElseThrow().serial();
    }
}
