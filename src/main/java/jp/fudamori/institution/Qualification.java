package jp.fudamori.institution;

import java.time.LocalDate;

/**
 * オンライン資格確認 利用申請 on file: the prerequisite of every certificate.
 *
 * @param acceptedOn day the office accepted it
 */
public record Qualification(InstitutionCode institution, LocalDate acceptedOn, PaymentMethod paymentMethod) {

    /** How the institution pays its fees. */
    public enum PaymentMethod {
        /** 診療報酬からの控除. */
        DEDUCTION("診療報酬からの控除"),
        /** 払込請求書による振込み. */
        INVOICE("払込請求書による振込み");

        private final String japanese;

        PaymentMethod(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }
}
