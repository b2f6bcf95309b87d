package jp.fudamori.ca;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/** One generation of a certificate authority: its name, its chain, and its key if that is at hand. */
final class Issuer {

    private final String name;
    private final List<X509Certificate> chain;
    private final KeyAlgorithm algorithm;
    private final Optional<SigningKey> key;

    /** @param chain own certificate first, root last */
    Issuer(String name, List<X509Certificate> chain, Optional<SigningKey> key) {
        this.name = name;
        this.chain = List.copyOf(chain);
        this.algorithm = KeyAlgorithm.of(certificate().getPublicKey())
                .orElseThrow(() -> new IllegalArgumentException("key of " + name + " is of no known kind"));
        this.key = key;
    }

    String name() {
        return name;
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    List<X509Certificate> chain() {
        return chain;
    }

    KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** Returns the name exactly as it is encoded in the own certificate (RFC 5280, 4.1.2.4). */
    X500Name subject() {
        return X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
    }

    boolean isRoot() {
        return chain.size() == 1;
    }

    boolean canSign() {
        return key.isPresent();
    }

    /** The same generation while its key is away. */
    Issuer withoutKey() {
        return new Issuer(name, chain, Optional.empty());
    }

    byte[] sign(byte[] message) {
        return key().sign(out -> out.write(message));
    }

    /** Signs and makes sure that the signature verifies under the own certificate; the content is written twice. */
    byte[] sign(Content content) {
        var signature = key().sign(content);
        if (!algorithm.verifies(certificate().getPublicKey(), content, signature)) {
            throw new IllegalStateException(name + " made a signature that does not verify");
        }
        return signature;
    }

    private SigningKey key() {
        return key.orElseThrow(() -> new IllegalStateException("the key of " + name + " is not at hand"));
    }

    /** Signs a TBSCertificate and makes sure that the result verifies under the own certificate. */
    byte[] certify(byte[] tbsCertificate) {
        var signed = Signed.encode(tbsCertificate, algorithm.signatureIdentifier(), sign(tbsCertificate));
        try {
            certificate(signed).verify(certificate().getPublicKey(), algorithm.provider());
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " made a signature that does not verify", e);
        }
    }

    static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("not a certificate", e);
        }
    }
}
