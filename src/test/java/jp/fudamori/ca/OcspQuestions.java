package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** OCSP requests as a client library that is not ours makes them. */
public final class OcspQuestions {

    public static final ASN1ObjectIdentifier SHA_1 = CertificateID.HASH_SHA1.getAlgorithm();
    public static final ASN1ObjectIdentifier SHA_256 = new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1");

    private OcspQuestions() {}

    public static byte[] about(X509Certificate issuer, BigInteger... serials) {
        return about(SHA_1, issuer, List.of(serials), Optional.empty());
    }

    /** @param nonce its octets */
    public static byte[] about(
            ASN1ObjectIdentifier hash, X509Certificate issuer, List<BigInteger> serials, Optional<byte[]> nonce) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var builder = new OCSPReqBuilder();
            for (var serial : serials) {
                builder.addRequest(new CertificateID(
                        digests.get(new AlgorithmIdentifier(hash)), new JcaX509CertificateHolder(issuer), serial));
            }
            if (nonce.isPresent()) {
                var octets = new DEROctetString(new DEROctetString(nonce.get()));
                builder.setRequestExtensions(
                        new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, octets)));
            }
            return builder.build().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException | OCSPException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
