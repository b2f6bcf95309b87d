package jp.fudamori.certificate;

/**
 * The file a clinic fetches.
 *
 * @param fileName ASCII, {@code 1330100016-001.p12}
 * @param pkcs12 PFX, DER; the same bytes each time
 */
public record Download(String fileName, byte[] pkcs12) {}
