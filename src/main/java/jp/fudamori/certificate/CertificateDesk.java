package jp.fudamori.certificate;

import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;

/** Issues the certificate of an approved application, in two steps with a commit between them, each safe to repeat. */
@DomainService
public class CertificateDesk {

    private static final String ACTOR = "certificate";

    private final CertificateVetting vetting;
    private final CertificateSigning signing;
    private final Certificates certificates;
    private final SealedSecrets secrets;
    private final AuditTrail audit;

    CertificateDesk(
            CertificateVetting vetting,
            CertificateSigning signing,
            Certificates certificates,
            SealedSecrets secrets,
            AuditTrail audit) {
        this.vetting = vetting;
        this.signing = signing;
        this.certificates = certificates;
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * Makes the key pair and fixes what will be signed.
     *
     * @throws jp.fudamori.common.Refusal one of {@link jp.fudamori.ca.AuthorityReason}
     * @throws IllegalStateException if the application is not approved
     */
    public void vet(ApplicationNumber number) {
        if (vetting.vet(number)) {
            audit.record(ACTOR, "certificate-vetted", number.value(), serialOf(number));
        }
    }

    /**
     * Signs, packs the PKCS#12 file, and makes the secrets for the letter; the private key is gone afterwards but for
     * the file.
     *
     * @throws IllegalStateException if the certificate was not vetted
     */
    public void sign(ApplicationNumber number) {
        if (signing.sign(number)) {
            audit.record(ACTOR, "certificate-issued", number.value(), serialOf(number));
        }
    }

    public Optional<Certificate> of(ApplicationNumber number) {
        return certificates.find(number);
    }

    /** @throws IllegalStateException if the certificate is not signed yet */
    public Certificate.Issued issued(ApplicationNumber number) {
        return of(number)
                .filter(Certificate.Issued.class::isInstance)
                .map(Certificate.Issued.class::cast)
                .orElseThrow(() -> new IllegalStateException("not issued: " + number));
    }

    /**
     * Returns what the letter must say. For the letter only.
     *
     * @throws IllegalStateException if there are no secrets, not yet or no longer
     */
    public LetterSecrets secrets(ApplicationNumber number) {
        return secrets.find(number)
                .orElseThrow(() -> new IllegalStateException("no secrets, not yet or no longer: " + number));
    }

    /** Destroys what the letter said, once the letter is in the post: a lost letter means a reissue. */
    public void destroySecrets(ApplicationNumber number) {
        if (secrets.destroy(number)) {
            audit.record(ACTOR, "letter-secrets-destroyed", number.value(), "");
        }
    }

    private String serialOf(ApplicationNumber number) {
        return certificates.find(number).orElseThrow().serial().hex();
    }
}
