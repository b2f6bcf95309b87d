package jp.fudamori.notice;

import java.time.LocalDate;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.CertificateDesk;
import org.springframework.stereotype.Component;

/** Writes the letter of an application from what the desks know. */
@Component
class LetterWriter {

    private final Dossiers dossiers;
    private final CertificateDesk certificates;
    private final LetterPress press;

    LetterWriter(Dossiers dossiers, CertificateDesk certificates, LetterPress press) {
        this.dossiers = dossiers;
        this.certificates = certificates;
        this.press = press;
    }

    LetterPages write(ApplicationNumber application, LetterNumber number, LocalDate issuedOn) {
        var line = new LineNumber(application, 1);
        var certificate = certificates.issued(line);
        return press.print(new LetterContents(
                number,
                issuedOn,
                dossiers.of(application),
                certificate.serialNumber(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.downloadUntil(),
                certificates.secrets(line)));
    }
}
