package jp.fudamori.ca;

import java.security.KeyPair;
import java.time.Clock;
import java.util.UUID;
import jp.fudamori.ca.PreparedKeys.PreparedKey;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Seal;

/** Key pairs made in quiet hours, so that issuing does not wait for RSA; private keys lie sealed. */
@DomainService
public class KeyPool {

    private final PreparedKeys prepared;
    private final Seal seal;
    private final Clock clock;

    KeyPool(PreparedKeys prepared, Seal seal, Clock clock) {
        this.prepared = prepared;
        this.seal = seal;
        this.clock = clock;
    }

    /** Takes a pair out of the pool, or makes one if there is none; a rollback of the caller puts it back. */
    public KeyPair take(KeyAlgorithm algorithm) {
        return prepared.take(algorithm).map(key -> open(algorithm, key)).orElseGet(algorithm::generate);
    }

    private KeyPair open(KeyAlgorithm algorithm, PreparedKey key) {
        return new KeyPair(
                algorithm.publicKey(key.publicKey()),
                algorithm.privateKey(seal.open(key.sealedPrivateKey(), purpose(key.id()))));
    }

    /** Returns how many pairs lie ready. */
    public int size(KeyAlgorithm algorithm) {
        return prepared.count(algorithm);
    }

    /** Puts a new pair into the pool. */
    void add(KeyAlgorithm algorithm, KeyPair pair) {
        var id = UUID.randomUUID();
        var sealed = seal.seal(pair.getPrivate().getEncoded(), purpose(id));
        prepared.add(algorithm, new PreparedKey(id, pair.getPublic().getEncoded(), sealed), clock.instant());
    }

    private static String purpose(UUID id) {
        return "ca-prepared-key:" + id;
    }
}
