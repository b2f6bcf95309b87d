package jp.fudamori.certificate;

import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.ca.Revocations;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Revoked;
import jp.fudamori.common.DomainService;

/** 失効: ends certificates before their time, for good. Who may ask for that, and who must agree, is decided before. */
@DomainService
public class RevocationDesk {

    private final Certificates certificates;
    private final Revocations revocations;
    private final DownloadDesk downloads;
    private final CertificateRecords records;

    RevocationDesk(
            Certificates certificates, Revocations revocations, DownloadDesk downloads, CertificateRecords records) {
        this.certificates = certificates;
        this.revocations = revocations;
        this.downloads = downloads;
        this.records = records;
    }

    /**
     * Revokes the certificate of a line, ends its download, and destroys what its letter would say. Told a second time,
     * also at once by somebody else, it does nothing: the first reason stays.
     *
     * @param by account, or name of the process that revokes
     * @param note why, for the record; at most 400 characters, may be empty
     * @return false if it was revoked before
     * @throws IllegalStateException if nothing was issued for the line
     */
    public boolean revoke(LineNumber line, RevocationReason reason, String by, String note) {
        var found = certificates.lock(line).orElseThrow(() -> new IllegalStateException("nothing issued for " + line));
        if (found instanceof Revoked) {
            return false;
        }
        if (!(found instanceof Issued issued)) {
            throw new IllegalStateException("not signed yet: " + line);
        }
        revocations.revoke(issued.serial(), reason);
        certificates.revoke(issued.revoke(reason, records.now()), by, note);
        downloads.close(line, "revoked");
        records.revoked(issued, reason, by);
        return true;
    }
}
