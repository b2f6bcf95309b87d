package jp.fudamori.reissue;

import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
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

    private final DownloadDesk downloads;
    private final WithdrawalDesk letters;
    private final RevocationRequestDesk revocations;
    private final Replacements replacements;

    LostLines(
            DownloadDesk downloads,
            WithdrawalDesk letters,
            RevocationRequestDesk revocations,
            Replacements replacements) {
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
                                || replacements.replacingForGood(line).isEmpty())
                        .toList()
                : List.of(report.line());
    }

    /** The numbers of the letter open nothing any more, and a letter that tells nothing else is void. */
    void close(List<LineNumber> lines) {
        lines.forEach(line -> downloads.close(line, "lost"));
        letters.withdraw(lines);
    }

    /** Revokes at once what somebody else may use; otherwise the new certificate will supersede the old one. */
    void revoke(Reported report) {
        var kind = report.loss().kind();
        if (kind == LossKind.TERMINAL_STOLEN) {
            // after a renewal or a succession it has the old certificate too, perhaps of another institution
            replacements.allReplacedBy(report.line()).forEach(older -> order(report, List.of(older)));
        }
        if (kind.isCompromised()) {
            order(report, report.affected());
        }
    }

    private void order(Reported report, List<LineNumber> lines) {
        revocations.order(
                lines,
                RevocationReason.KEY_COMPROMISE,
                report.by().value(),
                "届出: " + report.loss().kind().japanese());
    }
}
