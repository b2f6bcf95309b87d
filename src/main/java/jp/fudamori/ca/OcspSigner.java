package jp.fudamori.ca;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** Who answers for an issuer: a key of its own with a certificate for that and nothing else (RFC 6960, 4.2.2.2). */
record OcspSigner(String issuer, X509Certificate certificate, PrivateKey key) {

    KeyAlgorithm algorithm() {
        return KeyAlgorithm.of(certificate.getPublicKey()).orElseThrow();
    }

    boolean isValidAt(Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && moment.isBefore(certificate.getNotAfter().toInstant());
    }

    /** DER. */
    byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
