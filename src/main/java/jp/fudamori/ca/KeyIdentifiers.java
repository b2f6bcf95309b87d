package jp.fudamori.ca;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Names of keys: SHA-1 of the key's bits (RFC 5280, 4.2.1.2, method 1); a name only, nothing rests on its strength. */
final class KeyIdentifiers {

    private KeyIdentifiers() {}

    static SubjectKeyIdentifier of(PublicKey key) {
        var bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
        try {
            return new SubjectKeyIdentifier(MessageDigest.getInstance("SHA-1").digest(bits));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Repeats the issuer's own subject key identifier (RFC 5280, 4.2.1.1). */
    static AuthorityKeyIdentifier ofIssuer(X509Certificate issuer) {
        var extension = issuer.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            throw new IllegalArgumentException("issuer has no key identifier: " + issuer.getSubjectX500Principal());
        }
        var identifier = SubjectKeyIdentifier.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        return new AuthorityKeyIdentifier(identifier.getKeyIdentifier());
    }
}
