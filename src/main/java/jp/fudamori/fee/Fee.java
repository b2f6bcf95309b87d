package jp.fudamori.fee;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Qualification.PaymentMethod;

/**
 * A fee that arose.
 *
 * @param reference number of the certificate it is for: application and line
 * @param postedOn day of issue, which is the day it arose [SOURCES: fee]
 * @param cancelledOn day on which it was taken back in full; empty while it is due
 */
public record Fee(
        String reference,
        InstitutionCode institution,
        int amountYen,
        PaymentMethod paymentMethod,
        LocalDate postedOn,
        Optional<LocalDate> cancelledOn) {}
