package jp.fudamori.ca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.Time;

/** Writes and signs revocation lists, version 2, with number and key identifier (RFC 5280, 5.1 and 5.2). */
final class RevocationListWriter {

    private static final byte[] VERSION_2 = Der.encode(new ASN1Integer(1));

    private RevocationListWriter() {}

    /**
     * When a list is made, how long it is good, and which it is.
     *
     * @param number higher than that of the list before
     */
    record Edition(long number, Instant thisUpdate, Instant nextUpdate) {

        /**
         * The number is the time where the clock allows it.
         *
         * @param last number of the list before; 0 if there was none
         */
        static Edition after(long last, Instant now, Duration validity) {
            var thisUpdate = now.truncatedTo(ChronoUnit.SECONDS);
            var number = Math.max(last + 1, thisUpdate.getEpochSecond());
            return new Edition(number, thisUpdate, thisUpdate.plus(validity));
        }
    }

    /**
     * A signed list around its entries.
     *
     * @param head up to the first entry
     * @param tail what follows the last entry
     */
    record Frame(byte[] head, byte[] tail) {}

    /**
     * Signs an empty list of all and makes sure that it verifies.
     *
     * @param last number of the list before; 0 if there was none
     */
    static RevocationList write(Issuer issuer, long last, Instant now, Duration validity) {
        var edition = Edition.after(last, now, validity);
        var frame = sign(issuer, edition, Optional.empty(), 0, out -> {});
        var der = Der.concatenate(frame.head(), frame.tail());
        return new RevocationList(edition.number(), edition.thisUpdate(), edition.nextUpdate(), der);
    }

    /**
     * Signs a list and makes sure that it verifies; the entries are written twice for that.
     *
     * @param scope empty for the list of all
     * @param length of the entries, bytes
     */
    static Frame sign(
            Issuer issuer, Edition edition, Optional<IssuingDistributionPoint> scope, long length, Content entries) {
        var algorithm = Der.encode(issuer.algorithm().signatureIdentifier());
        var start = Der.concatenate(
                VERSION_2,
                algorithm,
                Der.encode(issuer.subject()),
                Der.encode(new Time(Date.from(edition.thisUpdate()))),
                Der.encode(new Time(Date.from(edition.nextUpdate()))),
                length == 0 ? new byte[0] : Der.header(Der.SEQUENCE, length));
        var extensions = extensions(issuer, edition.number(), scope);
        var listLength = start.length + length + extensions.length;
        var tbsHeader = Der.header(Der.SEQUENCE, listLength);
        var signature = issuer.sign(out -> {
            out.write(tbsHeader);
            out.write(start);
            entries.writeTo(out);
            out.write(extensions);
        });
        var bits = Der.concatenate(Der.header(Der.BIT_STRING, signature.length + 1), new byte[] {0}, signature);
        var tail = Der.concatenate(extensions, algorithm, bits);
        var all = tbsHeader.length + listLength + algorithm.length + bits.length;
        return new Frame(Der.concatenate(Der.header(Der.SEQUENCE, all), tbsHeader, start), tail);
    }

    private static byte[] extensions(Issuer issuer, long number, Optional<IssuingDistributionPoint> scope) {
        var extensions = new ExtensionsGenerator();
        try {
            extensions.addExtension(
                    Extension.authorityKeyIdentifier, false, KeyIdentifiers.ofIssuer(issuer.certificate()));
            extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            if (scope.isPresent()) {
                extensions.addExtension(Extension.issuingDistributionPoint, true, scope.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var encoded = Der.encode(extensions.generate());
        return Der.concatenate(Der.header(Der.CONTEXT_0, encoded.length), encoded);
    }

    /** Reads a list that was made elsewhere. */
    static RevocationList read(byte[] der) {
        var list = parse(der);
        var number = ASN1OctetString.getInstance(list.getExtensionValue(Extension.cRLNumber.getId()));
        return new RevocationList(
                CRLNumber.getInstance(number.getOctets()).getCRLNumber().longValueExact(),
                list.getThisUpdate().toInstant(),
                list.getNextUpdate().toInstant(),
                der);
    }

    private static X509CRL parse(byte[] der) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        } catch (CertificateException | CRLException e) {
            throw new IllegalStateException("not a revocation list", e);
        }
    }
}
