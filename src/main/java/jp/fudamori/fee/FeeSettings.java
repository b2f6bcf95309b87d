package jp.fudamori.fee;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How fees are asked for.
 *
 * @param consentVersion names the file {@code consent/<version>.txt}; a changed wording gets a new version and file
 * @param collectionMonthOffset months from the month of the statement to the one in which it is collected, 1 to 12
 *     [SOURCES: collection-month]
 * @param payee account into which invoices are paid, as the slip names it, 1 to 60 characters
 */
@ConfigurationProperties("fudamori.fee")
record FeeSettings(String consentVersion, int collectionMonthOffset, String payee) {

    FeeSettings {
        if (collectionMonthOffset < 1 || collectionMonthOffset > 12) {
            throw new IllegalArgumentException("fudamori.fee.collection-month-offset is 1 to 12");
        }
        if (payee == null || payee.isBlank() || payee.length() > 60) {
            throw new IllegalArgumentException("fudamori.fee.payee is missing or longer than 60 characters");
        }
    }
}
