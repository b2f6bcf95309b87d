package jp.fudamori.certificate;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import jp.fudamori.ca.KeyAlgorithm;
import jp.fudamori.ca.KeyPool;
import jp.fudamori.ca.Serial;
import jp.fudamori.common.Seal;
import org.springframework.stereotype.Component;

/** Key pairs of clinics on their short way from the pool into the PKCS#12 file. */
@Component
class HolderKeys {

    private final KeyPool pool;
    private final Seal seal;
    private final KeyAlgorithm algorithm;

    HolderKeys(KeyPool pool, Seal seal, CertificateSettings settings) {
        this.pool = pool;
        this.seal = seal;
        this.algorithm = settings.key();
    }

    KeyPair take() {
        return pool.take(algorithm);
    }

    byte[] seal(PrivateKey key, Serial serial) {
        return seal.seal(key.getEncoded(), purpose(serial));
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
