package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.LetterSecrets;

/**
 * All that a letter says; the same contents give the same bytes.
 *
 * @param issuedOn 発行日 of the letter
 * @param lines 1 to 50, in their order
 */
record LetterContents(LetterNumber number, LocalDate issuedOn, Dossier dossier, List<Line> lines) {

    LetterContents {
        lines = List.copyOf(lines);
    }

    /** Last day on which all of it can be downloaded, until 23:59. */
    LocalDate downloadUntil() {
        return lines.stream().map(Line::downloadUntil).min(LocalDate::compareTo).orElseThrow();
    }

    /**
     * One certificate.
     *
     * @param serial serial number of the certificate, hexadecimal
     * @param notAfter last day of validity
     * @param downloadUntil last day of the download, until 23:59
     */
    record Line(
            LineNumber number,
            String terminalName,
            String serial,
            LocalDate notBefore,
            LocalDate notAfter,
            LocalDate downloadUntil,
            LetterSecrets secrets) {}
}
