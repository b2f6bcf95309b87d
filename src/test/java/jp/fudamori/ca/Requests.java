package jp.fudamori.ca;

import java.io.IOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** PKCS#10 as vendors send it. */
public final class Requests {

    private Requests() {}

    public static byte[] of(KeyPair pair) {
        return of(pair, pair);
    }

    /** @param signer whose private key signs; of another pair, it proves nothing */
    public static byte[] of(KeyPair pair, KeyPair signer) {
        var algorithm = signer.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return of(pair, signer, algorithm);
    }

    static byte[] of(KeyPair pair, KeyPair signer, String algorithm) {
        try {
            var contentSigner = new JcaContentSignerBuilder(algorithm).build(signer.getPrivate());
            return new JcaPKCS10CertificationRequestBuilder(
                            new X500Name("CN=evil.example,O=Somebody Else,C=JP"), pair.getPublic())
                    .build(contentSigner)
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
