package jp.fudamori.ca;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.stereotype.Component;

/**
 * Finds the issuer that a question means: by hashes of its name and key (RFC 6960, 4.1.1). Roots are not among them.
 */
@Component
class OcspIssuers {

    /** What clients use; SHA-1 only names here. */
    static final Map<String, String> HASHES = Map.of(
            OIWObjectIdentifiers.idSHA1.getId(), "SHA-1",
            NISTObjectIdentifiers.id_sha256.getId(), "SHA-256",
            NISTObjectIdentifiers.id_sha384.getId(), "SHA-384",
            NISTObjectIdentifiers.id_sha512.getId(), "SHA-512");

    private final Map<String, String> byHashes = new HashMap<>();

    OcspIssuers(Issuers issuers) {
        issuers.all().stream()
                .filter(issuer -> !issuer.isRoot())
                .forEach(issuer -> HASHES.forEach((oid, hash) -> {
                    var name = digest(
                            hash, issuer.certificate().getSubjectX500Principal().getEncoded());
                    var bits = SubjectPublicKeyInfo.getInstance(
                                    issuer.certificate().getPublicKey().getEncoded())
                            .getPublicKeyData()
                            .getBytes();
                    byHashes.put(key(oid, name, digest(hash, bits)), issuer.name());
                }));
    }

    Optional<String> of(CertID asked) {
        return Optional.ofNullable(byHashes.get(key(
                asked.getHashAlgorithm().getAlgorithm().getId(),
                asked.getIssuerNameHash().getOctets(),
                asked.getIssuerKeyHash().getOctets())));
    }

    private static String key(String oid, byte[] name, byte[] key) {
        return oid + " " + HexFormat.of().formatHex(name) + " " + HexFormat.of().formatHex(key);
    }

    private static byte[] digest(String hash, byte[] content) {
        try {
            return MessageDigest.getInstance(hash).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
