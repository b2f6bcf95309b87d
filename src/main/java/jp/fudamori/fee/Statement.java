package jp.fudamori.fee;

import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.Prefecture;
import jp.fudamori.institution.Qualification.PaymentMethod;

/**
 * 明細: what one institution owes for one closed month by one payment method.
 *
 * @param number {@code 202611-000001}: month and running number within it
 * @param addressee as the registry named it on the day of closing
 * @param amountYen 0 or negative where cancellations outweigh the fees
 */
record Statement(
        String number,
        PaymentMethod method,
        InstitutionCode institution,
        Addressed addressee,
        int posted,
        int cancelled,
        long amountYen) {

    /** @param postalCode with the others blank where the registry did not know the institution */
    record Addressed(String name, String postalCode, String address) {

        static final Addressed UNKNOWN = new Addressed("（登録なし）", "", "");
    }

    Prefecture prefecture() {
        return institution.prefecture();
    }
}
