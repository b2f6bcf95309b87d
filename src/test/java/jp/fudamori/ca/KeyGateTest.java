package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.fudamori.OpenSsl;
import jp.fudamori.common.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyGateTest {

    private static final int MUTATIONS = 100_000;
    private static final int MOST_MEGABYTES = 64;

    private static String reasonOf(byte[] request) {
        var refusal = catchThrowableOfType(Refusal.class, () -> KeyGate.proved(request));
        return refusal == null ? "taken" : refusal.reason().code();
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void takesEveryKindInBothFormsAndShowsTheSubjectOnly(KeyAlgorithm algorithm) {
        var pair = algorithm.generate();
        var der = Requests.of(pair);
        var pem = OpenSsl.pem("NEW CERTIFICATE REQUEST", der).getBytes(StandardCharsets.US_ASCII);

        var offered = KeyGate.proved(der);

        assertThat(offered.key()).isEqualTo(KeyGate.proved(pem).key());
        assertThat(offered.key().getEncoded()).isEqualTo(pair.getPublic().getEncoded());
        assertThat(offered.algorithm()).isEqualTo(algorithm);
        assertThat(offered.subject()).contains("evil.example");
    }

    @Test
    void takesWhatOpenSslMakes() {
        var openSsl = new OpenSsl();
        openSsl.run(("req -new -newkey rsa:3072 -nodes -keyout key.pem -out request.pem -subj /C=JP/CN=x"
                        + " -addext subjectAltName=DNS:x.example")
                .split(" "));

        assertThat(reasonOf(openSsl.run("req", "-in", "request.pem").getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("taken");
    }

    private static KeyPair flawed(BigInteger modulus, BigInteger exponent) {
        try {
            var key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
            return new KeyPair(key, WeakKeys.pair(2048).getPrivate());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Arguments> flawedKeys() {
        return Stream.of(
                Arguments.of(flawed(WeakKeys.modulus(), BigInteger.valueOf(3)), "key-flawed", "公開指数"),
                Arguments.of(
                        flawed(WeakKeys.modulus(), BigInteger.ONE.shiftLeft(256).add(BigInteger.ONE)),
                        "key-flawed",
                        "公開指数"),
                Arguments.of(flawed(WeakKeys.withSmallFactor(), WeakKeys.F4), "key-flawed", "小さな素数"),
                Arguments.of(flawed(WeakKeys.ofBrokenChip(), WeakKeys.F4), "key-flawed", "ROCA"),
                Arguments.of(flawed(WeakKeys.withNearFactors(), WeakKeys.F4), "key-flawed", "近すぎる"),
                Arguments.of(WeakKeys.pair(1024), "key-too-weak", "RSA 1024ビット"),
                Arguments.of(WeakKeys.pair(2056), "key-not-allowed", "この種類の鍵"));
    }

    @ParameterizedTest
    @MethodSource("flawedKeys")
    void refusesFlawedKeysInJapanese(KeyPair pair, String reason, String words) {
        assertThatThrownBy(() -> KeyGate.proved(Requests.of(pair)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(reason))
                .hasMessageContaining(words);
    }

    @Test
    void refusesWhoDoesNotHaveThePrivateKey() {
        var pair = KeyAlgorithm.EC_P256.generate();

        assertThat(reasonOf(Requests.of(pair, KeyAlgorithm.EC_P256.generate()))).isEqualTo("request-not-signed");
        assertThat(reasonOf(Requests.of(pair, WeakKeys.pair(2048)))).isEqualTo("request-not-signed");
        assertThat(reasonOf(Requests.of(pair, pair, "SHA1withECDSA"))).isEqualTo("request-not-signed");
    }

    @Test
    void refusesWhatIsNoRequest() {
        for (var rubbish : List.of(
                "",
                "-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN CERTIFICATE REQUEST-----\n!!!!\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "端末",
                "A".repeat(1_000_000))) {
            assertThat(reasonOf(rubbish.getBytes(StandardCharsets.UTF_8))).isEqualTo("request-not-readable");
        }
    }

    /** Bits turned, bytes cut, doubled and replaced, lengths made large: nothing but a refusal may come of it. */
    @Test
    void oneHundredThousandMutationsAreRefusedOrTakenAndNothingElse() {
        var random = new Random(20261123);
        var corpus = corpus();
        var taken = 0;
        var memory = usedMegabytes();

        for (int round = 0; round < MUTATIONS; round++) {
            var mutant = mutate(corpus.get(random.nextInt(corpus.size())), random);
            taken += reasonOf(mutant).equals("taken") ? 1 : 0;
        }

        assertThat(taken).as("only those that changed nothing of weight").isLessThan(MUTATIONS / 20);
        assertThat(usedMegabytes() - memory).as("megabytes that stay").isLessThan(MOST_MEGABYTES);
    }

    private static List<byte[]> corpus() {
        var corpus = new ArrayList<byte[]>();
        for (var algorithm : KeyAlgorithm.values()) {
            var der = Requests.of(algorithm.generate());
            corpus.add(der);
            corpus.add(OpenSsl.pem("CERTIFICATE REQUEST", der).getBytes(StandardCharsets.US_ASCII));
        }
        return corpus;
    }

    private static byte[] mutate(byte[] seed, Random random) {
        var bytes = seed.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            var at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 5), (byte) 0xff);
                case 4 -> System.arraycopy(bytes, 0, bytes, at, Math.min(at, bytes.length - at));
                default -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(40));
            }
        }
        return bytes;
    }

    private static long usedMegabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    @Test
    void knowsKeysOfAListAsOpenSslVulnkeyWritesThem(@TempDir Path folder) throws Exception {
        var known = WeakKeys.pair(2048).getPublic();
        var other = WeakKeys.pair(2048).getPublic();
        var openSsl = new OpenSsl().with("key.der", known.getEncoded());
        var modulus = openSsl.run("rsa", "-pubin", "-inform", "DER", "-in", "key.der", "-noout", "-modulus");
        var digest = new OpenSsl()
                .with("modulus", modulus.getBytes(StandardCharsets.US_ASCII))
                .run("dgst", "-sha1", "-r", "modulus");
        var list = Files.writeString(
                folder.resolve("blacklist.RSA-2048"), "# comment\n" + digest.substring(20, 40) + "\n");

        var keys = new KnownKeys(List.of(list.toString()));

        assertThat(keys.contain(known)).isTrue();
        assertThat(keys.contain(other)).isFalse();
        assertThat(keys.contain(elliptic())).isFalse();
        assertThat(((RSAPublicKey) known).getModulus().bitLength()).isEqualTo(2048);
    }

    private static PublicKey elliptic() {
        return KeyAlgorithm.EC_P256.generate().getPublic();
    }
}
