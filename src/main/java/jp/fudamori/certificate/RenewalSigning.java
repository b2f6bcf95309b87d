package jp.fudamori.certificate;

import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.ca.Serial;
import org.springframework.stereotype.Component;

/** Has a renewed certificate signed, keeps its key, and packs both when the clinic has chosen its password. */
@Component
class RenewalSigning {

    private static final int DOWNLOAD_DAYS = 180;

    private final UnsignedCertificates certificates;
    private final CertificateAuthority authority;
    private final Pkcs12Files files;
    private final Downloads downloads;
    private final RenewalFiles kept;

    RenewalSigning(
            UnsignedCertificates certificates,
            CertificateAuthority authority,
            Pkcs12Files files,
            Downloads downloads,
            RenewalFiles kept) {
        this.certificates = certificates;
        this.authority = authority;
        this.files = files;
        this.downloads = downloads;
        this.kept = kept;
    }

    /** @return false if that was done before */
    boolean sign(LineNumber line) {
        var unsigned = certificates.lock(line);
        unsigned.ifPresent(waiting -> {
            authority.sign(waiting.serial());
            downloads.addWithoutLetter(line, waiting.issuedOn().plusDays(DOWNLOAD_DAYS));
            kept.keepKey(line, waiting.sealedKey().orElseThrow());
            certificates.destroyKey(line);
        });
        return unsigned.isPresent();
    }

    /** Returns the file, PFX, DER; made now if the password is the first. */
    byte[] file(LineNumber line, Serial serial, String password) {
        var found = kept.lock(line).orElseThrow(() -> new IllegalStateException("nothing kept of " + line));
        return found.file().orElseGet(() -> pack(line, serial, found.sealedKey(), password));
    }

    void countDownload(LineNumber line) {
        downloads.count(line);
    }

    private byte[] pack(LineNumber line, Serial serial, Optional<byte[]> sealedKey, String password) {
        var chosen = new ChosenPassword(password);
        var pkcs12 = files.writeChosen(line, authority.sign(serial), sealedKey.orElseThrow(), chosen);
        kept.keepFile(line, pkcs12);
        return pkcs12;
    }
}
