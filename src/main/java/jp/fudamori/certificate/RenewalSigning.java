package jp.fudamori.certificate;

import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.ca.Serial;
import jp.fudamori.common.Refusal;
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
            var issued = authority.sign(waiting.serial());
            downloads.addWithoutLetter(line, waiting.issuedOn().plusDays(DOWNLOAD_DAYS));
            waiting.sealedKey()
                    .ifPresentOrElse(
                            key -> kept.keepKey(line, key), () -> kept.addFile(line, CertificateChain.pem(issued)));
            certificates.destroyKey(line);
        });
        return unsigned.isPresent();
    }

    /** @return false if that was done before */
    boolean giveUp(LineNumber line) {
        return certificates.destroyKey(line);
    }

    /**
     * Returns the file, DER or PEM, made now if the password is the first; for a key of the clinic's own there is no
     * password.
     *
     * @throws Refusal {@code download-closed} where it was destroyed: reported lost, or too late
     */
    byte[] file(LineNumber line, Serial serial, String password) {
        var found = kept.lock(line)
                .orElseThrow(
                        () -> new Refusal(
                                DownloadReason.DOWNLOAD_CLOSED,
                                "新しい電子証明書のファイルは、紛失などの届出または期限の経過により破棄されたため、受け取れません。電子証明書が必要なときは、ポータルの「電子証明書の一覧」から再発行を申請するか、発行センターにお問い合わせください。"));
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
