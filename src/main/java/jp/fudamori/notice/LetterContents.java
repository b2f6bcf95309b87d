package jp.fudamori.notice;

import java.time.LocalDate;
import jp.fudamori.certificate.LetterSecrets;

/**
 * All that a letter says; the same contents give the same bytes.
 *
 * @param issuedOn 発行日 of the letter
 * @param serial serial number of the certificate, hexadecimal
 * @param notAfter last day of validity
 * @param downloadUntil last day of the download, until 23:59
 */
record LetterContents(
        LetterNumber number,
        LocalDate issuedOn,
        Dossier dossier,
        String serial,
        LocalDate notBefore,
        LocalDate notAfter,
        LocalDate downloadUntil,
        LetterSecrets secrets) {}
