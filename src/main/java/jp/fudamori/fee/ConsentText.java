package jp.fudamori.fee;

/**
 * The text an applicant agrees to before a fee may arise. A changed text or amount is a new version.
 *
 * @param version day from which it is shown, {@code 2026-11-01}
 * @param amountYen fee for one certificate, consumption tax included
 */
public record ConsentText(String version, int amountYen, String text) {}
