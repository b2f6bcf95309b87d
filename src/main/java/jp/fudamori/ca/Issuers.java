package jp.fudamori.ca;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All generations in the keystore, side by side; one of them signs certificates now. */
final class Issuers {

    private final Map<String, Issuer> byName;
    private final Issuer signing;

    private Issuers(Map<String, Issuer> byName, String signing) {
        this.byName = Map.copyOf(byName);
        this.signing = find(signing)
                .filter(Issuer::canSign)
                .orElseThrow(() -> new IllegalArgumentException(
                        "fudamori.ca.issuing names %s, but the keystore has keys of %s only"
                                .formatted(signing, byName.keySet())));
    }

    static Issuers in(KeyStore keystore, char[] password, String signing) {
        try {
            var byName = new HashMap<String, Issuer>();
            for (var name : Collections.list(keystore.aliases())) {
                byName.put(name, read(keystore, name, password));
            }
            return new Issuers(byName, signing);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the keystore of the authority", e);
        }
    }

    /** An entry without a key is a generation whose key lies elsewhere, e.g. a root in the safe. */
    static Issuer read(KeyStore keystore, String name, char[] password) {
        try {
            if (!keystore.isKeyEntry(name)) {
                return new Issuer(name, certificates(keystore.getCertificate(name)), Optional.empty());
            }
            var key = (PrivateKey) keystore.getKey(name, password);
            return new Issuer(name, certificates(keystore.getCertificateChain(name)), Optional.of(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read " + name + " from the keystore", e);
        }
    }

    private static List<X509Certificate> certificates(Certificate... chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    /** The generation that signs certificates now. */
    Issuer signing() {
        return signing;
    }

    Collection<Issuer> all() {
        return byName.values();
    }

    Optional<Issuer> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Issuer named(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no such generation: " + name));
    }
}
