package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Writes a TBSCertificate (RFC 5280, 4.1), byte for byte as it will be signed. */
final class TbsCertificate {

    private final V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    private final ExtensionsGenerator extensions = new ExtensionsGenerator();

    TbsCertificate(BigInteger serial, X500Name issuer, X500Name subject, PublicKey key) {
        generator.setSerialNumber(new ASN1Integer(serial));
        generator.setIssuer(issuer);
        generator.setSubject(subject);
        generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    TbsCertificate valid(Instant notBefore, Instant notAfter) {
        generator.setStartDate(new Time(Date.from(notBefore)));
        generator.setEndDate(new Time(Date.from(notAfter)));
        return this;
    }

    TbsCertificate critical(ASN1ObjectIdentifier extension, ASN1Encodable value) {
        return add(extension, true, value);
    }

    TbsCertificate with(ASN1ObjectIdentifier extension, ASN1Encodable value) {
        return add(extension, false, value);
    }

    private TbsCertificate add(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        try {
            extensions.addExtension(extension, critical, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] encode(AlgorithmIdentifier signature) {
        generator.setSignature(signature);
        generator.setExtensions(extensions.generate());
        try {
            return generator.generateTBSCertificate().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
