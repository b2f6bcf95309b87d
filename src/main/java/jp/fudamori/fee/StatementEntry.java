package jp.fudamori.fee;

import java.time.LocalDate;
import jp.fudamori.institution.InstitutionCode;

/**
 * One row of a slip: the certificates of one application that were posted, or cancelled, on one day.
 *
 * @param consentReference number of the application
 * @param cancellation whether fees were taken back
 * @param amountYen negative for a cancellation
 */
record StatementEntry(
        InstitutionCode institution,
        String consentReference,
        LocalDate on,
        boolean cancellation,
        int pieces,
        long amountYen) {}
