package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent, the answer is one of those that RFC 6960 knows, and it is never "internal error" or "try later".
 */
class OcspFuzzTest {

    private static final int MUTATIONS = 100_000;
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final int TRY_LATER = 3;
    private static final Set<Integer> PROPER = Set.of(0, 1, 6);
    private static final BigInteger SERIAL = new BigInteger("8badf00d0123456789abcdef00112233", 16);

    private static Issuer issuer;
    private static WithoutDatabase desk;
    private static OcspResponder responder;

    @BeforeAll
    static void standIn() {
        var file = TestKeystore.with(KeyAlgorithm.EC_P256, LocalDateTime.of(2026, 4, 1, 9, 0), Period.ofYears(10));
        var issuers = Issuers.in(KeystoreFile.read(file, TestKeystore.PASSWORD), TestKeystore.PASSWORD, "issuing-g1");
        issuer = issuers.signing();
        desk = new WithoutDatabase(signer());
        responder =
                new OcspResponder(new OcspIssuers(issuers), desk, new OcspAnswers(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static OcspSigner signer() {
        var pair = KeyAlgorithm.EC_P256.generate();
        var tbs = AuthorityCertificates.ocspSigner(
                issuer, new Serial("0123456789abcdef0123456789abcdef"), pair.getPublic(), NOW, NOW.plusSeconds(86400));
        return new OcspSigner(issuer.name(), Issuer.certificate(issuer.certify(tbs)), pair.getPrivate());
    }

    /** Everything was issued, and is good. Making every signature would take most of the time. */
    private static final class WithoutDatabase extends OcspDesk {

        private static final int SIGNED_EVERY = 50;

        private final OcspSigner signer;
        private int understood;

        WithoutDatabase(OcspSigner signer) {
            super(null, null);
            this.signer = signer;
        }

        @Override
        List<Asked> statuses(String issuer, List<CertID> asked) {
            return asked.stream()
                    .map(id -> new Asked(id, new CertificateStatus(true, Optional.empty())))
                    .toList();
        }

        @Override
        Optional<OcspSigner> signerOf(String issuer, Instant now) {
            return Optional.of(signer).filter(found -> understood++ % SIGNED_EVERY == 0);
        }
    }

    static List<byte[]> corpus() {
        var corpus = new ArrayList<byte[]>();
        var authority = issuer.certificate();
        corpus.add(OcspQuestions.about(authority, SERIAL));
        corpus.add(OcspQuestions.about(authority, SERIAL, BigInteger.ONE, BigInteger.TWO.pow(200)));
        for (var hash : List.of(OcspQuestions.SHA_1, OcspQuestions.SHA_256)) {
            for (var length : List.of(1, 16, 32, 128)) {
                corpus.add(OcspQuestions.about(hash, authority, List.of(SERIAL), Optional.of(new byte[length])));
            }
        }
        corpus.add(new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        corpus.add(new byte[] {0x30, (byte) 0x80, 0, 0});
        return corpus;
    }

    private static int status(byte[] request) {
        return OCSPResponse.getInstance(responder.answer(request).der())
                .getResponseStatus()
                .getIntValue();
    }

    @Test
    void aHundredThousandDamagedQuestionsGetProperAnswers() {
        var mutations = new Mutations(20261123, corpus());
        var before = usedMemory();
        var seen = new HashSet<Integer>();

        for (int i = 0; i < MUTATIONS; i++) {
            var question = mutations.next();
            var understood = desk.understood;
            var status = status(question);
            var isUnsigned = status == TRY_LATER && desk.understood > understood;
            if (!PROPER.contains(status) && !isUnsigned) {
                fail("status %d for %s", status, HexFormat.of().formatHex(question));
            }
            seen.add(status);
        }

        assertThat(seen).as("the damage is neither total nor none").containsAll(PROPER);
        assertThat(usedMemory() - before).as("bytes").isLessThan(64L << 20);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whatIsDamagedIsInOrderWithoutTheDamage() {
        for (var question : corpus().subList(0, 10)) {
            desk.understood = 0;
            assertThat(status(question)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129, 1000})
    void aNonceOfForbiddenLengthIsMalformed(int length) {
        var question = OcspQuestions.about(
                OcspQuestions.SHA_1, issuer.certificate(), List.of(SERIAL), Optional.of(new byte[length]));

        assertThat(status(question)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 4000})
    void nestedAsDeepAsABodyMayBe(int depth) {
        var question = new byte[2 * depth];
        for (int i = 0; i < question.length; i += 2) {
            question[i] = 0x30;
            question[i + 1] = (byte) 0x80;
        }

        assertThat(status(question)).isEqualTo(1);
    }
}
