package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.notice.Letter.Envelope;
import org.springframework.stereotype.Component;

/** Writes a letter from what the desks know. */
@Component
class LetterWriter {

    private final Dossiers dossiers;
    private final CertificateDesk certificates;
    private final DownloadDesk downloads;
    private final LetterPress press;

    LetterWriter(Dossiers dossiers, CertificateDesk certificates, DownloadDesk downloads, LetterPress press) {
        this.dossiers = dossiers;
        this.certificates = certificates;
        this.downloads = downloads;
        this.press = press;
    }

    /** Leaves out what was revoked since the letter was assembled; at least one line is left. */
    LetterPages write(Envelope envelope, LocalDate issuedOn) {
        var dossier = dossiers.of(envelope.application());
        return press.print(new LetterContents(envelope.number(), issuedOn, dossier, lines(envelope, dossier)));
    }

    private List<LetterContents.Line> lines(Envelope envelope, Dossier dossier) {
        return envelope.lines().stream()
                .filter(line -> !downloads.isClosed(line))
                .map(line -> line(line, dossier))
                .toList();
    }

    private LetterContents.Line line(LineNumber line, Dossier dossier) {
        var certificate = certificates.issued(line);
        return new LetterContents.Line(
                line,
                dossier.particulars().terminalName(line),
                certificate.serialNumber(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.downloadUntil(),
                certificates.secrets(line));
    }
}
