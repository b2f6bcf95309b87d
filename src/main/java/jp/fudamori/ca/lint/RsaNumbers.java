package jp.fudamori.ca.lint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/** What the two numbers of an RSA key give away about how it was made. */
final class RsaNumbers {

    private static final Set<Integer> LENGTHS = Set.of(2048, 3072, 4096);
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65_537);
    private static final int LONGEST_EXPONENT_BITS = 256;

    /** The Baseline Requirements ask for no factor below 752. */
    private static final List<Integer> SMALL_PRIMES = primesBelow(752);

    private static final BigInteger PRODUCT =
            SMALL_PRIMES.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);

    /** The broken chips made primes that are powers of 65537 modulo every prime up to 167. */
    private static final List<Powers> POWERS =
            primesBelow(168).stream().skip(1).map(Powers::of).toList();

    private static final int FERMAT_ROUNDS = 100;

    /** Squares leave few remainders; of numbers that are none, all but one in a hundred are told apart by these. */
    private static final List<Squares> SQUARES = List.of(Squares.of(2520), Squares.of(143), Squares.of(323));

    private RsaNumbers() {}

    static boolean hasKnownLength(RSAPublicKey key) {
        return LENGTHS.contains(key.getModulus().bitLength());
    }

    static boolean hasGoodExponent(RSAPublicKey key) {
        var exponent = key.getPublicExponent();
        return exponent.testBit(0)
                && exponent.compareTo(SMALLEST_EXPONENT) >= 0
                && exponent.bitLength() <= LONGEST_EXPONENT_BITS;
    }

    static boolean hasNoSmallFactor(RSAPublicKey key) {
        return key.getModulus().gcd(PRODUCT).equals(BigInteger.ONE);
    }

    static boolean isNotOfBrokenChip(RSAPublicKey key) {
        var remainder = key.getModulus().mod(Powers.PRODUCT);
        return POWERS.stream().anyMatch(powers -> !powers.contain(remainder));
    }

    /** Fermat: n = a² - b² with a small b, where the factors are too near to each other. */
    static boolean hasFactorsFarApart(RSAPublicKey key) {
        var n = key.getModulus();
        var a = n.sqrt();
        a = a.multiply(a).equals(n) ? a : a.add(BigInteger.ONE);
        var rest = a.multiply(a).subtract(n);
        for (int round = 0; round < FERMAT_ROUNDS; round++) {
            if (isSquare(rest)) {
                return false;
            }
            rest = rest.add(a.shiftLeft(1)).add(BigInteger.ONE);
            a = a.add(BigInteger.ONE);
        }
        return true;
    }

    private static boolean isSquare(BigInteger number) {
        if (SQUARES.stream().anyMatch(squares -> !squares.mayHold(number))) {
            return false;
        }
        return number.sqrtAndRemainder()[1].signum() == 0;
    }

    private static List<Integer> primesBelow(int end) {
        var primes = new ArrayList<Integer>();
        IntStream.range(2, end)
                .filter(number -> primes.stream().noneMatch(prime -> number % prime == 0))
                .forEach(primes::add);
        return List.copyOf(primes);
    }

    /** The powers of 65537 modulo a prime. */
    private record Powers(int prime, BitSet remainders) {

        private static final int BASE = 65_537;
        private static final BigInteger PRODUCT =
                primesBelow(168).stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);

        static Powers of(int prime) {
            var remainders = new BitSet(prime);
            for (int power = 1; !remainders.get(power); power = power * (BASE % prime) % prime) {
                remainders.set(power);
            }
            return new Powers(prime, remainders);
        }

        boolean contain(BigInteger number) {
            return remainders.get(number.mod(BigInteger.valueOf(prime)).intValue());
        }
    }

    /** The remainders of squares modulo a number. */
    private record Squares(BigInteger modulus, BitSet remainders) {

        static Squares of(int modulus) {
            var remainders = new BitSet(modulus);
            IntStream.range(0, modulus).forEach(root -> remainders.set(root * root % modulus));
            return new Squares(BigInteger.valueOf(modulus), remainders);
        }

        boolean mayHold(BigInteger number) {
            return remainders.get(number.mod(modulus).intValue());
        }
    }
}
