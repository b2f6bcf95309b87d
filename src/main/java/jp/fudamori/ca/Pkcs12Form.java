package jp.fudamori.ca;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** How a PKCS#12 file is protected (RFC 7292) [SOURCES: pkcs12-form]. */
public enum Pkcs12Form {

    /** AES-256 with PBKDF2 and HMAC-SHA-256; what systems of today read. */
    MODERN {
        @Override
        OutputEncryptor encryptor(char[] password, int iterations) throws OperatorCreationException {
            return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(BOUNCY_CASTLE)
                    .setPRF(HMAC_SHA256)
                    .setIterationCount(iterations)
                    .build(password);
        }

        @Override
        PKCS12MacCalculatorBuilder mac(int iterations) {
            return new BcPKCS12MacCalculatorBuilder(new SHA256Digest(), SHA256).setIterationCount(iterations);
        }
    },

    /** 互換形式: triple DES and SHA-1; for systems that say "wrong password" to the modern form. */
    COMPATIBLE {
        @Override
        OutputEncryptor encryptor(char[] password, int iterations) {
            return new BcPKCS12PBEOutputEncryptorBuilder(
                            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                            CBCBlockCipher.newInstance(new DESedeEngine()))
                    .setIterationCount(iterations)
                    .build(password);
        }

        @Override
        PKCS12MacCalculatorBuilder mac(int iterations) {
            return new BcPKCS12MacCalculatorBuilder().setIterationCount(iterations);
        }
    };

    /** Enough for a random password of 100 bits. */
    private static final int ITERATIONS = 10_000;

    /** For a password that a person chose [SOURCES: pbkdf2-iterations]. */
    private static final int ITERATIONS_OF_CHOSEN = 600_000;

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final AlgorithmIdentifier HMAC_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

    /** Protects one part; each call has its own salt. */
    abstract OutputEncryptor encryptor(char[] password, int iterations) throws OperatorCreationException;

    abstract PKCS12MacCalculatorBuilder mac(int iterations);

    /**
     * Writes a file with one key and its chain, under a random password of 100 bits.
     *
     * @param chain own certificate first
     * @param friendlyName what the importing system shows; any script
     * @return PFX, DER (RFC 7292, 4)
     */
    public byte[] write(PrivateKey key, List<X509Certificate> chain, String friendlyName, String password) {
        return write(key, chain, friendlyName, password, ITERATIONS);
    }

    /** As {@link #write}, under a password that a person chose; takes about a second of CPU. */
    public byte[] writeChosen(PrivateKey key, List<X509Certificate> chain, String friendlyName, String password) {
        return write(key, chain, friendlyName, password, ITERATIONS_OF_CHOSEN);
    }

    private byte[] write(
            PrivateKey key, List<X509Certificate> chain, String friendlyName, String password, int iterations) {
        var characters = password.toCharArray();
        var name = new DERBMPString(friendlyName);
        var identifier = KeyIdentifiers.of(chain.get(0).getPublicKey());
        var localKeyId = new DEROctetString(identifier.getKeyIdentifier());
        try {
            var keyBag = new PKCS12SafeBagBuilder(
                            PrivateKeyInfo.getInstance(key.getEncoded()), encryptor(characters, iterations))
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, name)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, localKeyId)
                    .build();
            return new PKCS12PfxPduBuilder()
                    .addEncryptedData(encryptor(characters, iterations), certificateBags(chain, name, localKeyId))
                    .addData(keyBag)
                    .build(mac(iterations), characters)
                    .getEncoded();
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw new IllegalStateException("cannot write a PKCS#12 file", e);
        }
    }

    private static PKCS12SafeBag[] certificateBags(
            List<X509Certificate> chain, DERBMPString name, DEROctetString localKeyId) throws IOException {
        var bags = new ArrayList<PKCS12SafeBag>();
        bags.add(certificateBag(chain.get(0))
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, name)
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, localKeyId)
                .build());
        for (var issuer : chain.subList(1, chain.size())) {
            bags.add(certificateBag(issuer).build());
        }
        return bags.toArray(PKCS12SafeBag[]::new);
    }

    private static PKCS12SafeBagBuilder certificateBag(X509Certificate certificate) throws IOException {
        try {
            return new PKCS12SafeBagBuilder(Certificate.getInstance(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
