package jp.fudamori.certificate;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import jp.fudamori.ca.IssuedCertificate;

/** The file of a clinic that has the key itself: the certificate and those that vouch for it, PEM (RFC 8555, 9.1). */
final class CertificateChain {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private CertificateChain() {}

    static byte[] pem(IssuedCertificate issued) {
        var text = new StringBuilder();
        try {
            for (var certificate : issued.chain()) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(LINES.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
