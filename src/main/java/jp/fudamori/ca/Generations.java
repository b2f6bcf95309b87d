package jp.fudamori.ca;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations in a vault by their names, read again whenever it changed. While it cannot be opened they are known
 * still, but none can sign.
 */
final class Generations implements Supplier<Map<String, Issuer>> {

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final Vault vault;
    private volatile Found last = new Found("never", Map.of());

    Generations(Vault vault) {
        this.vault = vault;
    }

    private record Found(Object state, Map<String, Issuer> byName) {}

    @Override
    public Map<String, Issuer> get() {
        var state = vault.state();
        return last.state().equals(state) ? last.byName() : find().byName();
    }

    private synchronized Found find() {
        var state = vault.state();
        if (!last.state().equals(state)) {
            last = new Found(state, readOrLock());
        }
        return last;
    }

    private Map<String, Issuer> readOrLock() {
        try {
            return read(vault);
        } catch (IllegalStateException e) {
            LOG.error("the keys of the authority are not at hand: {}", e.getMessage());
            var locked = new HashMap<String, Issuer>();
            last.byName().forEach((name, issuer) -> locked.put(name, issuer.withoutKey()));
            return Map.copyOf(locked);
        }
    }

    /** @throws IllegalStateException if it cannot be opened */
    static Map<String, Issuer> read(Vault vault) {
        return read(vault.open(), vault.password(), vault::signer);
    }

    static Map<String, Issuer> read(
            KeyStore keystore, char[] password, BiFunction<PrivateKey, KeyAlgorithm, SigningKey> signer) {
        try {
            var byName = new HashMap<String, Issuer>();
            for (var name : Collections.list(keystore.aliases())) {
                byName.put(name, read(keystore, name, password, signer));
            }
            List.copyOf(byName.values()).forEach(issuer -> addSuperiors(issuer, byName));
            return Map.copyOf(byName);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the keystore of the authority", e);
        }
    }

    /** An entry without a key is a generation whose key lies elsewhere, e.g. a root in the safe. */
    private static Issuer read(
            KeyStore keystore, String name, char[] password, BiFunction<PrivateKey, KeyAlgorithm, SigningKey> signer)
            throws GeneralSecurityException {
        if (!keystore.isKeyEntry(name)) {
            return new Issuer(name, certificates(keystore.getCertificate(name)), Optional.empty());
        }
        var chain = certificates(keystore.getCertificateChain(name));
        var algorithm = KeyAlgorithm.of(chain.get(0).getPublicKey()).orElseThrow();
        var key = (PrivateKey) keystore.getKey(name, password);
        return new Issuer(name, chain, Optional.of(signer.apply(key, algorithm)));
    }

    /** A token lists only what it has keys for; who stands above is in the chain, its name at the end of its CN. */
    private static void addSuperiors(Issuer issuer, Map<String, Issuer> byName) {
        var chain = issuer.chain();
        for (int position = 1; position < chain.size(); position++) {
            var superior = chain.subList(position, chain.size());
            byName.putIfAbsent(
                    AuthorityCertificates.generationOf(superior.get(0)),
                    new Issuer(AuthorityCertificates.generationOf(superior.get(0)), superior, Optional.empty()));
        }
    }

    private static List<X509Certificate> certificates(Certificate... chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }
}
