package jp.fudamori.ca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;

/** Writes and signs full revocation lists, version 2, with number and key identifier (RFC 5280, 5.1 and 5.2). */
final class RevocationListWriter {

    private RevocationListWriter() {}

    /**
     * Signs a list and makes sure that it verifies.
     *
     * @param last number of the list before; 0 if there was none
     */
    static RevocationList write(Issuer issuer, long last, Instant now, Duration validity) {
        var thisUpdate = now.truncatedTo(ChronoUnit.SECONDS);
        var nextUpdate = thisUpdate.plus(validity);
        var number = Math.max(last + 1, thisUpdate.getEpochSecond());
        var tbs = content(issuer, number, thisUpdate, nextUpdate);
        var der = Signed.encode(tbs, issuer.algorithm().signatureIdentifier(), issuer.sign(tbs));
        verify(der, issuer);
        return new RevocationList(number, thisUpdate, nextUpdate, der);
    }

    private static byte[] content(Issuer issuer, long number, Instant thisUpdate, Instant nextUpdate) {
        var list = new V2TBSCertListGenerator();
        list.setSignature(issuer.algorithm().signatureIdentifier());
        list.setIssuer(issuer.subject());
        list.setThisUpdate(new Time(Date.from(thisUpdate)));
        list.setNextUpdate(new Time(Date.from(nextUpdate)));
        try {
            list.setExtensions(extensions(issuer, number));
            return list.generateTBSCertList().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Extensions extensions(Issuer issuer, long number) throws IOException {
        var extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.authorityKeyIdentifier, false, KeyIdentifiers.ofIssuer(issuer.certificate()));
        extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
        return extensions.generate();
    }

    private static void verify(byte[] der, Issuer issuer) {
        try {
            parse(der)
                    .verify(
                            issuer.certificate().getPublicKey(),
                            issuer.algorithm().provider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(issuer.name() + " made a list that does not verify", e);
        }
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
