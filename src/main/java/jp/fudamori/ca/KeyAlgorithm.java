package jp.fudamori.ca;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Kinds of keys this authority knows, each with the one way it signs. */
public enum KeyAlgorithm {
    RSA_2048(2048),
    RSA_3072(3072),
    RSA_4096(4096),
    EC_P256("secp256r1", "SHA256withECDDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256)),
    EC_P384("secp384r1", "SHA384withECDDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384));

    private final String family;
    private final Provider provider;
    private final AlgorithmParameterSpec parameters;
    private final String signature;
    private final AlgorithmIdentifier signatureIdentifier;

    KeyAlgorithm(int bits) {
        family = "RSA";
        provider = Providers.RSA;
        parameters = new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4);
        signature = "SHA256withRSA";
        signatureIdentifier = new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    }

    KeyAlgorithm(String curve, String signature, AlgorithmIdentifier signatureIdentifier) {
        this.family = "EC";
        this.provider = Providers.EC;
        this.parameters = new ECGenParameterSpec(curve);
        this.signature = signature;
        this.signatureIdentifier = signatureIdentifier;
    }

    /** The faster one for each family [SOURCES: crypto-providers]. */
    private static final class Providers {
        static final Provider RSA = Security.getProvider("SunRsaSign");
        static final Provider EC = new BouncyCastleProvider();
    }

    /** Returns the algorithm of a key; empty for RSA of another length, another curve, or anything else. */
    public static Optional<KeyAlgorithm> of(PublicKey key) {
        var name = key instanceof RSAPublicKey rsa ? "RSA_" + rsa.getModulus().bitLength() : curve(key);
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    private static String curve(PublicKey key) {
        var curve = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getAlgorithm()
                .getParameters();
        if (SECObjectIdentifiers.secp256r1.equals(curve)) {
            return EC_P256.name();
        }
        return SECObjectIdentifiers.secp384r1.equals(curve) ? EC_P384.name() : "";
    }

    /** Makes a key pair; RSA takes from a tenth of a second to seconds, EC a fraction of a millisecond. */
    public KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance(family, provider);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key " + this, e);
        }
    }

    /** @param encoded SubjectPublicKeyInfo, DER */
    public PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a public key " + this, e);
        }
    }

    /** @param encoded PKCS#8, DER */
    public PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a private key " + this, e);
        }
    }

    /**
     * Signs with a key of this kind. The same bytes always give the same signature: RSA PKCS#1 v1.5, and ECDSA with the
     * nonce of RFC 6979.
     */
    byte[] sign(PrivateKey key, byte[] message) {
        return sign(key, (Content) out -> out.write(message));
    }

    byte[] sign(PrivateKey key, Content content) {
        try {
            var signer = Signature.getInstance(signature, provider);
            signer.initSign(key);
            content.update(signer);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + this, e);
        }
    }

    boolean verifies(PublicKey key, Content content, byte[] made) {
        try {
            var verifier = Signature.getInstance(signature, provider);
            verifier.initVerify(key);
            content.update(verifier);
            return verifier.verify(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify with " + this, e);
        }
    }

    /** Signs with a key that only its own provider can use; the nonce of ECDSA is that provider's affair. */
    byte[] signWith(Provider owner, PrivateKey key, Content content) throws GeneralSecurityException {
        var signer = Signature.getInstance(signature.replace("ECDDSA", "ECDSA"), owner);
        signer.initSign(key);
        content.update(signer);
        return signer.sign();
    }

    String family() {
        return family;
    }

    AlgorithmParameterSpec parameters() {
        return parameters;
    }

    /** The provider that verifies signatures of this kind. */
    Provider provider() {
        return provider;
    }

    AlgorithmIdentifier signatureIdentifier() {
        return signatureIdentifier;
    }
}
