package jp.fudamori.certificate;

import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.certificate.Certificates.Unsigned;
import org.springframework.stereotype.Component;

/** Second step: has the certificate signed and packs it with its key; afterwards only the password opens the key. */
@Component
class CertificateSigning {

    private static final int DOWNLOAD_DAYS = 180;

    private final Certificates certificates;
    private final CertificateAuthority authority;
    private final Pkcs12Files files;
    private final Downloads downloads;
    private final SealedSecrets secrets;

    CertificateSigning(
            Certificates certificates,
            CertificateAuthority authority,
            Pkcs12Files files,
            Downloads downloads,
            SealedSecrets secrets) {
        this.certificates = certificates;
        this.authority = authority;
        this.files = files;
        this.downloads = downloads;
        this.secrets = secrets;
    }

    /** @return false if that was done before */
    boolean sign(ApplicationNumber number) {
        if (certificates.find(number).isEmpty()) {
            throw new IllegalStateException("never vetted: " + number);
        }
        var unsigned = certificates.lockUnsigned(number);
        unsigned.ifPresent(waiting -> sign(number, waiting));
        return unsigned.isPresent();
    }

    private void sign(ApplicationNumber number, Unsigned unsigned) {
        var words = SecretWords.letterSecrets();
        var issued = authority.sign(unsigned.serial());
        var pkcs12 = files.write(number, issued, unsigned.sealedKey(), words.password());
        downloads.add(number, words, pkcs12, unsigned.issuedOn().plusDays(DOWNLOAD_DAYS));
        secrets.keep(number, words);
        certificates.destroyKey(number);
    }
}
