package jp.fudamori.reissue;

import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.Replacements;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.notice.WithdrawalDesk;
import jp.fudamori.reissue.LossReport.Described;
import jp.fudamori.reissue.LossReport.Reported;
import org.springframework.stereotype.Component;

/** What becomes of the certificates that a report is about. */
@Component
class LostLines {

    private final CertificateDesk certificates;
    private final DownloadDesk downloads;
    private final WithdrawalDesk letters;
    private final RevocationRequestDesk revocations;
    private final Replacements replacements;

    LostLines(
            CertificateDesk certificates,
            DownloadDesk downloads,
            WithdrawalDesk letters,
            RevocationRequestDesk revocations,
            Replacements replacements) {
        this.certificates = certificates;
        this.downloads = downloads;
        this.letters = letters;
        this.revocations = revocations;
        this.replacements = replacements;
    }

    /**
     * Returns the line of the report, and with a lost letter the others in it that are not revoked and not replaced.
     */
    List<LineNumber> of(Described report) {
        return report.loss().kind().isOfLetter()
                ? letters.inTheSameLetter(report.line()).stream()
                        .filter(line -> line.equals(report.line())
                                || replacements.replacing(line).isEmpty())
                        .toList()
                : List.of(report.line());
    }

    private boolean isToBeReissued(LineNumber line) {
        return certificates.of(line).filter(Issued.class::isInstance).isPresent()
                && replacements.replacing(line).isEmpty();
    }

    /** The numbers of the letter open nothing any more, and a letter that tells nothing else is void. */
    void close(List<LineNumber> lines) {
        lines.forEach(line -> downloads.close(line, "lost"));
        letters.withdraw(lines);
    }

    /** Revokes at once what somebody else may use; otherwise the new certificate will supersede the old one. */
    void revoke(Reported report) {
        if (report.loss().kind().isCompromised()) {
            revocations.order(
                    report.affected(),
                    RevocationReason.KEY_COMPROMISE,
                    report.by().value(),
                    "届出: " + report.loss().kind().japanese());
        }
    }
}
