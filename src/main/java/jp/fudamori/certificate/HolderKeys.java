package jp.fudamori.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.KeyAlgorithm;
import jp.fudamori.ca.KeyPool;
import jp.fudamori.ca.Serial;
import jp.fudamori.common.Seal;
import org.springframework.stereotype.Component;

/** Keys of clinics: those they bring, and those on their short way from the pool into the PKCS#12 file. */
@Component
class HolderKeys {

    private final OwnKeys own;
    private final KeyPool pool;
    private final Seal seal;
    private final KeyAlgorithm algorithm;

    HolderKeys(OwnKeys own, KeyPool pool, Seal seal, CertificateSettings settings) {
        this.own = own;
        this.pool = pool;
        this.seal = seal;
        this.algorithm = settings.key();
    }

    HolderKey take(LineNumber line) {
        return own.find(line).map(key -> new HolderKey(key, Optional.empty())).orElseGet(this::made);
    }

    private HolderKey made() {
        var pair = pool.take(algorithm);
        return new HolderKey(pair.getPublic(), Optional.of(pair.getPrivate()));
    }

    /** Returns the private key sealed, if we have it. */
    Optional<byte[]> seal(HolderKey key, Serial serial) {
        return key.made().map(made -> seal.seal(made.getEncoded(), purpose(serial)));
    }

    /** @param certificate says of which kind the key is; the settings may have changed since it was made */
    PrivateKey open(byte[] sealed, Serial serial, X509Certificate certificate) {
        var kind = KeyAlgorithm.of(certificate.getPublicKey()).orElseThrow();
        return kind.privateKey(seal.open(sealed, purpose(serial)));
    }

    private static String purpose(Serial serial) {
        return "private-key:" + serial;
    }
}
