package jp.fudamori.ca;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.fudamori.common.DomainService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells our certificates from others; what counts is our own record, not who seems to have signed. */
@DomainService
public class IssuedCertificates {

    private final JdbcClient jdbc;
    private final Issuers issuers;

    IssuedCertificates(JdbcClient jdbc, Issuers issuers) {
        this.jdbc = jdbc;
        this.issuers = issuers;
    }

    /**
     * Returns the serial of a certificate that we signed exactly so.
     *
     * @param presented from anybody
     */
    public Optional<Serial> recognise(X509Certificate presented) {
        var number = presented.getSerialNumber();
        if (number.signum() <= 0 || number.bitLength() > Serial.BITS) {
            return Optional.empty();
        }
        var serial = new Serial("%032x".formatted(number));
        var der = encoded(presented);
        return jdbc.sql("select certificate from ca_issuance where serial = :serial and certificate is not null")
                .param("serial", serial.hex())
                .query(byte[].class)
                .optional()
                .filter(ours -> Arrays.equals(ours, der))
                .map(ours -> serial);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the certificates of all generations that sign, or signed, certificates of clinics. */
    public List<X509Certificate> issuing() {
        return issuers.all().stream()
                .map(Issuer::certificate)
                .filter(certificate -> certificate.getBasicConstraints() == 0)
                .toList();
    }
}
