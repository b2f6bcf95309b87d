package jp.fudamori.notice;

import static jp.fudamori.common.JapaneseDates.day;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.Particulars;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDeadline;
import org.springframework.stereotype.Component;

/** Writes what a clinic is told from the issue of its certificates to their download. */
@Component
class LetterMails {

    private final MailWriter writer;
    private final Dossiers dossiers;
    private final CertificateDesk certificates;
    private final Letters letters;
    private final FeeLabels fees;

    LetterMails(MailWriter writer, Dossiers dossiers, CertificateDesk certificates, Letters letters, FeeLabels fees) {
        this.writer = writer;
        this.dossiers = dossiers;
        this.certificates = certificates;
        this.letters = letters;
        this.fees = fees;
    }

    /** Only the lines of this letter: the application may have another one, later or earlier. */
    MailDraft issuedAndPosted(LetterNumber letterNumber) {
        var letter =
                letters.find(letterNumber).orElseThrow(() -> new IllegalStateException("no letter " + letterNumber));
        var posting = letter.handover().orElseThrow(() -> new IllegalStateException("not posted: " + letterNumber));
        var number = letter.application();
        var issued = certificates.issuedOf(number).stream()
                .filter(certificate -> letter.envelope().lines().contains(certificate.line()))
                .toList();
        var particulars = dossiers.of(number).particulars();
        return writer.toClinic(
                MailKind.ISSUED_AND_POSTED,
                number,
                letterNumber.value(),
                Map.of(
                        "certificates",
                                issued.stream()
                                        .map(certificate -> describe(certificate, particulars))
                                        .toList(),
                        "downloadUntil", day(issued.get(0).downloadUntil()),
                        "postedOn", day(posting.postedOn()),
                        "trackingNumber", posting.trackingNumber().value(),
                        "fee", fees.posted(issued.stream().map(Issued::line).toList())));
    }

    MailDraft absent(ApplicationNumber number, String letterNumber, String trackingNumber, LocalDate keptUntil) {
        return writer.toClinic(
                MailKind.LETTER_ABSENT,
                number,
                trackingNumber + " " + keptUntil,
                Map.of(
                        "letterNumber", letterNumber,
                        "trackingNumber", trackingNumber,
                        "keptUntil", day(keptUntil)));
    }

    MailDraft returned(ApplicationNumber number, String letterNumber, String trackingNumber, String reason) {
        return writer.toClinic(
                MailKind.LETTER_RETURNED,
                number,
                trackingNumber,
                Map.of("letterNumber", letterNumber, "trackingNumber", trackingNumber, "reason", reason));
    }

    MailDraft reposted(ApplicationNumber number, String letterNumber, String trackingNumber, LocalDate postedOn) {
        return writer.toClinic(
                MailKind.LETTER_REPOSTED,
                number,
                trackingNumber + " " + postedOn,
                Map.of(
                        "letterNumber", letterNumber,
                        "trackingNumber", trackingNumber,
                        "postedOn", day(postedOn)));
    }

    /** @param today the day on which the mail is read */
    MailDraft downloadReminder(DownloadDeadline deadline, String occasion, LocalDate today) {
        var particulars = dossiers.of(deadline.application()).particulars();
        return writer.toClinic(
                MailKind.DOWNLOAD_REMINDER,
                deadline.application(),
                occasion,
                Map.of(
                        "reminded",
                                deadline.lines().stream()
                                        .map(particulars::terminalName)
                                        .toList(),
                        "downloadUntil", day(deadline.until()),
                        "left", left(today, deadline.until())));
    }

    MailDraft voided(ApplicationNumber number, String letterNumber) {
        return writer.toClinic(MailKind.LETTER_VOIDED, number, letterNumber, Map.of("letterNumber", letterNumber));
    }

    private static Map<String, String> describe(Issued certificate, Particulars particulars) {
        return Map.of(
                "terminal", particulars.terminalName(certificate.line()),
                "notBefore", day(certificate.notBefore()),
                "notAfter", day(certificate.notAfter()));
    }

    private static String left(LocalDate today, LocalDate until) {
        var days = ChronoUnit.DAYS.between(today, until);
        return days == 0 ? "本日限り" : "あと" + days + "日";
    }
}
