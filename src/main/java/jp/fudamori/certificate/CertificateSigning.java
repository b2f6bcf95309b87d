package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.certificate.Certificates.Unsigned;
import org.springframework.stereotype.Component;

/** Second step: has the certificate signed and packs it with its key; afterwards only the password opens the key. */
@Component
class CertificateSigning {

    private static final int DOWNLOAD_DAYS = 180;

    private final UnsignedCertificates certificates;
    private final CertificateAuthority authority;
    private final Pkcs12Files files;
    private final Downloads downloads;
    private final SealedSecrets secrets;

    CertificateSigning(
            UnsignedCertificates certificates,
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
    boolean sign(LineNumber line) {
        var unsigned = certificates.lock(line);
        unsigned.ifPresent(waiting -> sign(line, waiting));
        return unsigned.isPresent();
    }

    private void sign(LineNumber line, Unsigned unsigned) {
        var words = unsigned.sealedKey().isPresent() ? SecretWords.letterSecrets() : SecretWords.withoutPassword();
        var issued = authority.sign(unsigned.serial());
        var file = unsigned.sealedKey()
                .map(key -> files.write(line, issued, key, words.password()))
                .orElseGet(() -> CertificateChain.pem(issued));
        downloads.add(line, words, file, unsigned.issuedOn().plusDays(DOWNLOAD_DAYS));
        secrets.keep(line, words);
        certificates.destroyKey(line);
    }
}
