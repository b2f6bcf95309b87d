package jp.fudamori.ca;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import jp.fudamori.ca.KeyCeremony.Generation;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Writes the certificates of the authority itself (RFC 5280, 4.2.1.3, 4.2.1.9). */
final class AuthorityCertificates {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String organization;
    private final Publication publication;

    AuthorityCertificates(String organization, Publication publication) {
        this.organization = organization;
        this.publication = publication;
    }

    /** Self-signed; vouches for issuing generations only. */
    X509Certificate root(Generation generation, PublicKey key, SigningKey signer, Instant from) {
        var name = name(generation);
        var algorithm = generation.key();
        var tbs = start(generation, name, key, from)
                .critical(Extension.basicConstraints, new BasicConstraints(1))
                .encode(algorithm.signatureIdentifier());
        var signature = signer.sign(out -> out.write(tbs));
        return Issuer.certificate(Signed.encode(tbs, algorithm.signatureIdentifier(), signature));
    }

    /** Vouches for certificate holders only. */
    X509Certificate issuing(Generation generation, PublicKey key, Issuer root, Instant from) {
        var tbs = start(generation, root.subject(), key, from)
                .critical(Extension.basicConstraints, new BasicConstraints(0))
                .with(Extension.authorityKeyIdentifier, KeyIdentifiers.ofIssuer(root.certificate()))
                .with(Extension.certificatePolicies, publication.certificatePolicies())
                .with(Extension.cRLDistributionPoints, publication.revocationListOf(root.name()))
                .with(Extension.authorityInfoAccess, publication.certificateOf(root.name()))
                .encode(root.algorithm().signatureIdentifier());
        return Issuer.certificate(root.certify(tbs));
    }

    /**
     * Answers about certificates of an issuer; nobody asks whether it is revoked itself (RFC 6960, 4.2.2.2).
     *
     * @return TBSCertificate, DER
     */
    static byte[] ocspSigner(Issuer issuer, Serial serial, PublicKey key, Instant from, Instant to) {
        var name = new X500NameBuilder()
                .addRDN(BCStyle.C, new DERPrintableString("JP"))
                .addRDN(BCStyle.O, organizationOf(issuer))
                .addRDN(BCStyle.CN, new DERUTF8String("OCSP " + issuer.name()))
                .build();
        return new TbsCertificate(serial.number(), issuer.subject(), name, key)
                .valid(from, to)
                .critical(Extension.basicConstraints, new BasicConstraints(false))
                .critical(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                .with(Extension.subjectKeyIdentifier, KeyIdentifiers.of(key))
                .with(Extension.authorityKeyIdentifier, KeyIdentifiers.ofIssuer(issuer.certificate()))
                .with(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, DERNull.INSTANCE)
                .encode(issuer.algorithm().signatureIdentifier());
    }

    private static ASN1Encodable organizationOf(Issuer issuer) {
        return issuer.subject().getRDNs(BCStyle.O)[0].getFirst().getValue();
    }

    private TbsCertificate start(Generation generation, X500Name issuer, PublicKey key, Instant from) {
        var notBefore = from.truncatedTo(ChronoUnit.SECONDS);
        var notAfter = notBefore.atZone(TOKYO).plus(generation.validity()).minusSeconds(1);
        return new TbsCertificate(Serial.random(RANDOM).number(), issuer, name(generation), key)
                .valid(notBefore, notAfter.toInstant())
                .critical(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .with(Extension.subjectKeyIdentifier, KeyIdentifiers.of(key));
    }

    /** Reads back which generation a certificate names: the last word of its common name. */
    static String generationOf(X509Certificate certificate) {
        var name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var commonName =
                IETFUtils.valueToString(name.getRDNs(BCStyle.CN)[0].getFirst().getValue());
        return commonName.substring(commonName.lastIndexOf(' ') + 1);
    }

    private X500Name name(Generation generation) {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, new DERPrintableString("JP"))
                .addRDN(BCStyle.O, new DERUTF8String(organization))
                .addRDN(BCStyle.CN, new DERUTF8String(organization + " " + generation.name()))
                .build();
    }
}
