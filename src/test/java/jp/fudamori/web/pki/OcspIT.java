package jp.fudamori.web.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import jp.fudamori.ServerTest;
import jp.fudamori.ca.CertificateAuthority;
import jp.fudamori.ca.Holders;
import jp.fudamori.ca.IssuedCertificate;
import jp.fudamori.ca.Mutations;
import jp.fudamori.ca.OcspQuestions;
import jp.fudamori.ca.OcspSigners;
import jp.fudamori.ca.RevocationLists;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.ca.Revocations;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class OcspIT {

    /** The clients in this test believe the clock of the machine. */
    private static final LocalDateTime NOW = LocalDateTime.now(MovableClock.TOKYO);

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final int MALFORMED_REQUEST = 1;
    private static final int TRY_LATER = 3;
    private static final int UNAUTHORIZED = 6;

    @LocalServerPort
    private int port;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private Revocations revocations;

    @Autowired
    private RevocationLists lists;

    @Autowired
    private OcspSigners signers;

    @Autowired
    private MovableClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void now() {
        clock.standAt(NOW);
        lists.generations().forEach(signers::renew);
    }

    @AfterEach
    void backToTheStart() {
        clock.standAt(START);
    }

    private IssuedCertificate issued() {
        return new Holders(authority, clock).issue(Duration.ofDays(365));
    }

    private X509Certificate issuer() {
        return authority.certificateOf("issuing-g1").orElseThrow();
    }

    private byte[] question(IssuedCertificate certificate) {
        return OcspQuestions.about(issuer(), certificate.serial().number());
    }

    private String url() {
        return "http://127.0.0.1:%d/pki/ocsp".formatted(port);
    }

    private HttpResponse<byte[]> post(byte[] question, String type) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url()))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(question))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private OCSPResp ask(byte[] question) throws IOException, InterruptedException {
        var response = post(question, "application/ocsp-request");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/ocsp-response");
        return new OCSPResp(response.body());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofByteArray());
    }

    private static CertificateStatus status(OCSPResp answer) throws Exception {
        return ((BasicOCSPResp) answer.getResponseObject()).getResponses()[0].getCertStatus();
    }

    @Test
    void openSslHearsWhatIsGoodRevokedAndUnknown() {
        var good = issued();
        var revoked = issued();
        revocations.revoke(revoked.serial(), RevocationReason.KEY_COMPROMISE);
        var openSsl = new OpenSsl()
                .with("root.pem", good.chain().get(2))
                .with("issuing.pem", good.chain().get(1))
                .with("good.pem", good.certificate())
                .with("revoked.pem", revoked.certificate());

        var answer = openSsl.run(("ocsp -issuer issuing.pem -cert good.pem -cert revoked.pem -serial 0x1234"
                        + " -CAfile root.pem -url " + url())
                .split(" "));

        assertThat(answer)
                .contains("Response verify OK", "good.pem: good", "revoked.pem: revoked", "Reason: keyCompromise")
                .contains("0x1234: unknown")
                .doesNotContainIgnoringCase("warning");
        assertThat(openSsl.run(
                        ("ocsp -sha256 -issuer issuing.pem -cert good.pem -CAfile root.pem -no_nonce -url " + url())
                                .split(" ")))
                .contains("Response verify OK", "good.pem: good");
    }

    @Test
    void theJdkChecksACertificateByAsking() throws Exception {
        var good = issued();
        var revoked = issued();
        revocations.revoke(revoked.serial(), RevocationReason.SUPERSEDED);

        assertThat(pkix(good)).isNotNull();
        assertThatThrownBy(() -> pkix(revoked))
                .isInstanceOf(CertPathValidatorException.class)
                .hasCauseInstanceOf(CertificateRevokedException.class);
    }

    private Object pkix(IssuedCertificate certificate) throws Exception {
        var validator = CertPathValidator.getInstance("PKIX");
        var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOcspResponder(URI.create(url()));
        checker.setOptions(
                Set.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
        var parameters =
                new PKIXParameters(Set.of(new TrustAnchor(certificate.chain().get(2), null)));
        parameters.addCertPathChecker(checker);
        parameters.setDate(Date.from(clock.instant().plusSeconds(1)));
        var path = CertificateFactory.getInstance("X.509")
                .generateCertPath(certificate.chain().subList(0, 2));
        return validator.validate(path, parameters);
    }

    @Test
    void aSignerOfItsOwnAnswersForDaysOnly() throws Exception {
        var answer = (BasicOCSPResp) ask(question(issued())).getResponseObject();

        var signer = new JcaX509CertificateConverter().getCertificate(answer.getCerts()[0]);
        signer.verify(issuer().getPublicKey());
        assertThat(answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer)))
                .isTrue();
        assertThat(signer.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.9");
        assertThat(signer.getExtensionValue("1.3.6.1.5.5.7.48.1.5"))
                .as("id-pkix-ocsp-nocheck")
                .isNotNull();
        assertThat(Duration.between(
                        signer.getNotBefore().toInstant(), signer.getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(8));
        assertThat(answer.getResponses()[0].getNextUpdate().toInstant())
                .isEqualTo(answer.getResponses()[0].getThisUpdate().toInstant().plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"1, a nonce of old clients", "32, what RFC 9654 asks for", "128, the longest"})
    void repeatsTheNonceAndLetsNobodyKeepTheAnswer(int length, String because) throws Exception {
        var nonce = new byte[length];
        nonce[0] = 77;
        var question = OcspQuestions.about(
                OcspQuestions.SHA_1, issuer(), List.of(issued().serial().number()), Optional.of(nonce));

        var response = post(question, "application/ocsp-request");

        var answer = (BasicOCSPResp) new OCSPResp(response.body()).getResponseObject();
        assertThat(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                        .getParsedValue()
                        .toASN1Primitive()
                        .getEncoded())
                .as(because)
                .endsWith(nonce);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void answersAGetWithThePathInEveryWayOfWritingAndTellsCaches() throws Exception {
        var question = IntStream.range(0, 1000)
                .mapToObj(i -> question(issued()))
                .map(Base64.getEncoder()::encodeToString)
                .filter(text -> text.contains("/") && text.contains("+"))
                .findFirst()
                .orElseThrow();

        for (var path : List.of(
                URLEncoder.encode(question, UTF_8),
                question,
                question.replace('+', '-').replace('/', '_'))) {
            var response = get("/" + path);

            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(status(new OCSPResp(response.body()))).as(path).isSameAs(CertificateStatus.GOOD);
            assertThat(response.headers().firstValue("Cache-Control"))
                    .contains("max-age=120, public, no-transform, must-revalidate");
            assertThat(response.headers().firstValue("Expires")).isPresent();
            assertThat(response.headers().firstValue("Last-Modified")).isPresent();
            assertThat(response.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void aRevocationIsToldAtOnceThoughTheAnswerWasKept() throws Exception {
        var certificate = issued();
        var question = question(certificate);
        assertThat(status(ask(question))).isSameAs(CertificateStatus.GOOD);
        assertThat(ask(question).getEncoded())
                .as("kept")
                .isEqualTo(ask(question).getEncoded());

        revocations.revoke(certificate.serial(), RevocationReason.CESSATION_OF_OPERATION);

        assertThat(status(ask(question))).isInstanceOfSatisfying(RevokedStatus.class, revoked -> {
            assertThat(revoked.getRevocationReason()).isEqualTo(5);
            assertThat(revoked.getRevocationTime())
                    .isEqualTo(Date.from(
                            revocations.of(certificate.serial()).orElseThrow().at()));
        });
    }

    @Test
    void aCertificateOfAnotherGenerationIsUnknown() throws Exception {
        var other = authority.certificateOf("issuing-g2").orElseThrow();

        assertThat(status(ask(OcspQuestions.about(other, issued().serial().number()))))
                .isInstanceOf(UnknownStatus.class);
    }

    @Test
    void whoAsksForAnotherAuthorityIsTurnedAway() throws Exception {
        var certificate = issued();
        var root = certificate.chain().get(2);

        assertThat(ask(OcspQuestions.about(root, certificate.serial().number())).getStatus())
                .isEqualTo(UNAUTHORIZED);
    }

    @Test
    void withoutAValidSignerItSaysTryLaterUntilThereIsOne() throws Exception {
        var question = question(issued());
        clock.standAt(NOW.plusDays(8));
        assertThat(ask(question).getStatus()).isEqualTo(TRY_LATER);

        lists.generations().forEach(signers::renew);
        assertThat(status(ask(question))).isSameAs(CertificateStatus.GOOD);

        clock.standAt(NOW);
        assertThat(status(ask(question))).as("the clock went back").isSameAs(CertificateStatus.GOOD);
    }

    @Test
    void aSignerIsMadeOnceAndAnewDaysBeforeItsEnd() throws Exception {
        var first = signerOf(ask(question(issued())));
        signers.renew("issuing-g1");
        assertThat(signerOf(ask(question(issued())))).isEqualTo(first);

        clock.standAt(NOW.plusDays(3).plusHours(1));
        signers.renew("issuing-g1");

        assertThat(signerOf(ask(question(issued())))).isNotEqualTo(first);
    }

    private static Object signerOf(OCSPResp answer) throws Exception {
        return ((BasicOCSPResp) answer.getResponseObject()).getCerts()[0].getSerialNumber();
    }

    @Test
    void refusesWhatIsNoQuestion() throws Exception {
        assertThat(ask(new byte[0]).getStatus()).isEqualTo(MALFORMED_REQUEST);
        assertThat(ask("<html>".getBytes(US_ASCII)).getStatus()).isEqualTo(MALFORMED_REQUEST);
        assertThat(post(question(issued()), "text/plain").statusCode()).isEqualTo(415);
        assertThat(post(new byte[8193], "application/ocsp-request").statusCode())
                .isEqualTo(413);
        assertThat(new OCSPResp(get("/%25%21").body()).getStatus()).isEqualTo(MALFORMED_REQUEST);
        assertThat(new OCSPResp(get("").body()).getStatus()).isEqualTo(MALFORMED_REQUEST);
        assertThat(get("/" + "A".repeat(3000)).statusCode()).isEqualTo(414);
        var delete = HttpRequest.newBuilder(URI.create(url())).DELETE().build();
        assertThat(http.send(delete, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    @Test
    void someHundredDamagedQuestionsGetProperAnswers() throws Exception {
        var certificate = issued();
        var corpus = List.of(
                question(certificate),
                OcspQuestions.about(
                        OcspQuestions.SHA_256,
                        issuer(),
                        List.of(certificate.serial().number()),
                        Optional.of(new byte[32])));
        var mutations = new Mutations(5, corpus);
        for (int i = 0; i < 300; i++) {
            var question = mutations.next();
            var response = i % 2 == 0
                    ? post(question, "application/ocsp-request")
                    : get("/" + URLEncoder.encode(Base64.getEncoder().encodeToString(question), UTF_8));

            assertThat(response.statusCode()).isIn(200, 400, 413, 414);
            if (response.statusCode() == 200) {
                assertThat(new OCSPResp(response.body()).getStatus()).isIn(0, MALFORMED_REQUEST, UNAUTHORIZED);
            }
        }
    }

    @Test
    void hidesNothingBehindEncodedSlashes() throws Exception {
        for (var path : List.of("/pki/ocspx", "/pki/ocsp/..%2f..%2fapi/fees", "/pki/ca/..%2f..%2fapi/fees")) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            var response = http.send(request, BodyHandlers.ofByteArray());

            assertThat(List.of(400, 404).contains(response.statusCode())
                            || new OCSPResp(response.body()).getStatus() == MALFORMED_REQUEST)
                    .as(path)
                    .isTrue();
        }
    }
}
