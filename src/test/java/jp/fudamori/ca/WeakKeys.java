package jp.fudamori.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSA keys with one flaw each, made with a seeded generator so that they are the same every time. */
final class WeakKeys {

    static final BigInteger F4 = BigInteger.valueOf(65_537);

    private static final int HALF = 1024;

    private WeakKeys() {}

    static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
        return rsa(modulus, exponent, DERNull.INSTANCE);
    }

    static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent, ASN1Encodable parameters) {
        try {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, parameters),
                    new RSAPublicKey(modulus, exponent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeyPair pair(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static SubjectPublicKeyInfo infoOf(KeyPair pair) {
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    }

    /** A product of two primes of 1024 bits, of which nothing is known to be wrong. */
    static BigInteger modulus() {
        var random = new Random(1);
        return prime(random).multiply(prime(random));
    }

    private static BigInteger prime(Random random) {
        return new BigInteger(HALF, 64, random)
                .setBit(HALF - 1)
                .setBit(HALF - 2)
                .nextProbablePrime();
    }

    static BigInteger withSmallFactor() {
        var rest = prime(new Random(2));
        var other =
                new BigInteger(HALF - 9, 64, new Random(3)).setBit(HALF - 10).nextProbablePrime();
        return full(rest.multiply(other).multiply(BigInteger.valueOf(751)));
    }

    private static BigInteger full(BigInteger modulus) {
        return modulus.bitLength() == 2 * HALF ? modulus : full(modulus.multiply(BigInteger.valueOf(739)));
    }

    /** The next prime but one: what a library does that looks for both factors from one starting point. */
    static BigInteger withNearFactors() {
        var first = prime(new Random(4));
        return first.multiply(first.nextProbablePrime().nextProbablePrime());
    }

    /** Factors of the form k·M + 65537^a mod M, as the broken chips made them (CVE-2017-15361). */
    static BigInteger ofBrokenChip() {
        var product = primes().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        return chipPrime(product, 5).multiply(chipPrime(product, 6));
    }

    private static BigInteger chipPrime(BigInteger product, int seed) {
        var random = new Random(seed);
        var power = F4.modPow(new BigInteger(40, random), product);
        var factor =
                new BigInteger(HALF, random).setBit(HALF - 1).setBit(HALF - 2).divide(product);
        var candidate = factor.multiply(product).add(power);
        while (!candidate.isProbablePrime(64)) {
            candidate = candidate.add(product);
        }
        return candidate;
    }

    private static Stream<Integer> primes() {
        return IntStream.rangeClosed(2, 167)
                .filter(number -> BigInteger.valueOf(number).isProbablePrime(20))
                .boxed();
    }
}
