package jp.fudamori.fee;

import jp.fudamori.common.Sha256;

/**
 * The text an applicant agrees to before a fee may arise. A changed wording is a new version.
 *
 * @param version day from which the wording is shown, {@code 2026-11-01}
 * @param amountYen fee for one certificate, consumption tax included, as the text names it
 * @param text exactly as it is shown
 */
public record ConsentText(String version, int amountYen, String text) {

    /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
    public String hash() {
        return Sha256.hex(text);
    }
}
