package jp.fudamori.ca;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
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
    private static final Map<String, String> HASHES = Map.of(
            OIWObjectIdentifiers.idSHA1.getId(), "SHA-1",
            NISTObjectIdentifiers.id_sha256.getId(), "SHA-256",
            NISTObjectIdentifiers.id_sha384.getId(), "SHA-384",
            NISTObjectIdentifiers.id_sha512.getId(), "SHA-512");

    private final Issuers issuers;
    private volatile Known known = new Known(List.of(), Map.of());

    OcspIssuers(Issuers issuers) {
        this.issuers = issuers;
    }

    /** @param byHashes name of each generation by what questions call it */
    private record Known(List<String> generations, Map<String, String> byHashes) {}

    Optional<String> of(CertID asked) {
        var key = key(
                asked.getHashAlgorithm().getAlgorithm().getId(),
                asked.getIssuerNameHash().getOctets(),
                asked.getIssuerKeyHash().getOctets());
        return Optional.ofNullable(known.byHashes().get(key))
                .or(() -> Optional.ofNullable(lookedUp().byHashes().get(key)));
    }

    /** A keystore that was away at the start comes back with generations that nobody knew. */
    private Known lookedUp() {
        var all = issuers.all();
        var names = all.stream().map(Issuer::name).toList();
        if (!names.equals(known.generations())) {
            var byHashes = new HashMap<String, String>();
            all.stream().filter(issuer -> !issuer.isRoot()).forEach(issuer -> learn(issuer, byHashes));
            known = new Known(names, Map.copyOf(byHashes));
        }
        return known;
    }

    private static void learn(Issuer issuer, Map<String, String> byHashes) {
        var certificate = issuer.certificate();
        var bits = SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
        HASHES.forEach((oid, hash) -> {
            var name = digest(hash, certificate.getSubjectX500Principal().getEncoded());
            byHashes.put(key(oid, name, digest(hash, bits)), issuer.name());
        });
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
