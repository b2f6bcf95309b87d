package jp.fudamori.certificate;

/**
 * The file a clinic fetches.
 *
 * @param fileName ASCII, {@code 1330100016-001.p12}, or {@code .pem} where the clinic has the key itself
 * @param mediaType of the content
 * @param content PFX, DER; or the certificate and those that vouch for it, PEM; the same bytes each time
 */
public record Download(String fileName, String mediaType, byte[] content) {

    private static final byte PEM = '-';

    /** Every PFX begins with the tag of a sequence, every PEM text with a hyphen. */
    static Download of(String commonName, byte[] content) {
        return content[0] == PEM
                ? new Download(commonName + ".pem", "application/pem-certificate-chain", content)
                : new Download(commonName + ".p12", "application/x-pkcs12", content);
    }
}
