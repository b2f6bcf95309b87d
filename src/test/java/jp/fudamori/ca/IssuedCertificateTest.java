package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CRL;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import jp.fudamori.TestAuthority;
import jp.fudamori.ca.AuthoritySettings.ProfileSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves the authority, judged by OpenSSL and by the JDK, for every kind of key. */
class IssuedCertificateTest {

    private static final String OWN_POLICY =
            TestAuthority.PUBLICATION.policies().get(0);
    private static final Instant NOW =
            LocalDateTime.of(2026, 11, 20, 10, 0).atZone(MovableClock.TOKYO).toInstant();
    private static final String PASSWORD = "ABCDE-FGHJK-LMNPQ-RSTUV";
    private static final String TERMINAL = "受付𠮷端末 1号機";

    private static final Profile PROFILE = new Profile(new ProfileSettings(
            TestAuthority.PUBLICATION.baseUrl(),
            TestAuthority.PUBLICATION.policies(),
            EnumSet.allOf(KeyAlgorithm.class),
            Period.ofMonths(39)));

    /** One authority of a kind with a certificate for a key of the same kind. */
    private record World(Issuer root, Issuer issuing, KeyPair holder, X509Certificate certificate) {

        static World of(KeyAlgorithm algorithm) {
            var file = TestKeystore.with(algorithm, LocalDateTime.of(2026, 4, 1, 9, 0), Period.ofYears(10));
            var keystore = KeystoreFile.read(file, TestKeystore.PASSWORD);
            var issuers = Issuers.in(keystore, TestKeystore.PASSWORD, "issuing-g1");
            var holder = algorithm.generate();
            var plan = new CertificatePlan(
                    new Subject("医療法人社団 髙﨑歯科医院", "MI:JP-1330100016", "1330100016-001"),
                    holder.getPublic(),
                    NOW,
                    Instant.parse("2030-02-20T14:59:59Z"));
            PROFILE.check(plan, issuers.signing().certificate());
            var tbs = PROFILE.write(plan, Serial.random(new SecureRandom()), issuers.signing());
            var certificate = Issuer.certificate(issuers.signing().certify(tbs));
            return new World(issuers.named("root-g1"), issuers.signing(), holder, certificate);
        }

        List<X509Certificate> chain() {
            return List.of(certificate, issuing.certificate(), root.certificate());
        }

        byte[] list(Issuer issuer) {
            return RevocationListWriter.write(issuer, 0, NOW, Duration.ofHours(96))
                    .der();
        }

        OpenSsl openSsl() {
            var lists = OpenSsl.pem("X509 CRL", list(root)) + OpenSsl.pem("X509 CRL", list(issuing));
            return new OpenSsl()
                    .with("root.pem", root.certificate())
                    .with("issuing.pem", issuing.certificate())
                    .with("holder.pem", certificate)
                    .with("lists.pem", lists.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void isAcceptedByOpenSsl(KeyAlgorithm algorithm) {
        var openSsl = World.of(algorithm).openSsl();

        var verdict = openSsl.run(
                ("verify -x509_strict -policy_check -explicit_policy -policy %s -purpose sslclient -crl_check_all"
                                + " -attime %d -CAfile root.pem -untrusted issuing.pem -CRLfile lists.pem holder.pem")
                        .formatted(OWN_POLICY, NOW.plusSeconds(1).getEpochSecond())
                        .split(" "));

        assertThat(verdict).isEqualToIgnoringNewLines("holder.pem: OK");
    }

    /** A parser of its own; its judgement of chains knows only the time of the machine. */
    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void isReadByGnuTls(KeyAlgorithm algorithm, @TempDir Path folder) throws Exception {
        var holder =
                OpenSsl.pem("CERTIFICATE", World.of(algorithm).certificate().getEncoded());
        Files.writeString(folder.resolve("holder.pem"), holder);

        var certtool = new ProcessBuilder("certtool", "--certificate-info", "--infile=holder.pem")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(certtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Version: 3", "1330100016-001", "Certificate Authority (CA): FALSE", "TLS WWW Client")
                .contains("Not Before: Fri Nov 20 01:00:00 UTC 2026")
                .doesNotContainIgnoringCase("error", "warning");
        assertThat(certtool.waitFor()).isZero();
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void isAcceptedByTheJdk(KeyAlgorithm algorithm) throws Exception {
        var world = World.of(algorithm);
        var lists = List.of(
                RevocationListWriter.read(world.list(world.root())),
                RevocationListWriter.read(world.list(world.issuing())));
        var factory = CertificateFactory.getInstance("X.509");
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(world.root().certificate(), null)));
        parameters.setDate(Date.from(NOW.plusSeconds(1)));
        parameters.setExplicitPolicyRequired(true);
        parameters.setInitialPolicies(Set.of(OWN_POLICY));
        var crls = new ArrayList<CRL>();
        for (var list : lists) {
            crls.add(factory.generateCRL(new ByteArrayInputStream(list.der())));
        }
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls)));

        var path = factory.generateCertPath(
                List.of(world.certificate(), world.issuing().certificate()));

        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                .isNotNull();
    }

    @Test
    void saysExactlyWhatTheProfileSays() {
        var world = World.of(KeyAlgorithm.EC_P256);

        var text = world.openSsl()
                .run("x509", "-in", "holder.pem", "-noout", "-text", "-nameopt", "RFC2253,utf8,-esc_msb");

        assertThat(text.replaceAll("\\s+", " "))
                .contains("Version: 3 (0x2)")
                .contains("Subject: CN=1330100016-001,organizationIdentifier=MI:JP-1330100016,O=医療法人社団 髙﨑歯科医院,C=JP")
                .contains("Issuer: CN=Fudamori Test issuing-g1,O=Fudamori Test,C=JP")
                .contains("Not Before: Nov 20 01:00:00 2026 GMT")
                .contains("Not After : Feb 20 14:59:59 2030 GMT")
                .contains("X509v3 Basic Constraints: critical CA:FALSE")
                .contains("X509v3 Key Usage: critical Digital Signature X509v3")
                .contains("X509v3 Extended Key Usage: TLS Web Client Authentication X509v3")
                .contains("X509v3 Subject Key Identifier:")
                .contains("X509v3 Authority Key Identifier:")
                .contains(
                        "Policy: 1.3.6.1.4.1.32473.1.1 CPS: http://pki.fudamori.example/pki/cps.pdf Policy: 0.4.0.2042.1.1")
                .contains("Full Name: URI:http://pki.fudamori.example/pki/crl/issuing-g1/%d.crl"
                        .formatted(world.certificate()
                                .getSerialNumber()
                                .shiftRight(122)
                                .intValue()))
                .contains("OCSP - URI:http://pki.fudamori.example/pki/ocsp")
                .contains("CA Issuers - URI:http://pki.fudamori.example/pki/ca/issuing-g1.cer");
        assertThat(world.certificate().getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
        assertThat(world.certificate().getNonCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(
                        "2.5.29.37", "2.5.29.14", "2.5.29.35", "2.5.29.32", "2.5.29.31", "1.3.6.1.5.5.7.1.1");
    }

    @Test
    void writesTheNameInTheStringTypesThatRfc5280Wants() {
        var world = World.of(KeyAlgorithm.EC_P256);

        var dump =
                world.openSsl().run("x509", "-in", "holder.pem", "-noout", "-subject", "-nameopt", "show_type,sname");

        assertThat(dump)
                .contains("C=PRINTABLESTRING:JP")
                .contains("O=UTF8STRING:")
                .contains("CN=UTF8STRING:");
    }

    @Test
    void theAuthorityItselfIsProper() {
        var world = World.of(KeyAlgorithm.EC_P384);
        var openSsl = world.openSsl();

        var root = openSsl.run("x509", "-in", "root.pem", "-noout", "-text").replaceAll("\\s+", " ");
        var issuing =
                openSsl.run("x509", "-in", "issuing.pem", "-noout", "-text").replaceAll("\\s+", " ");

        assertThat(root)
                .contains("X509v3 Basic Constraints: critical CA:TRUE, pathlen:1")
                .contains("X509v3 Key Usage: critical Certificate Sign, CRL Sign")
                .contains("Signature Algorithm: ecdsa-with-SHA384");
        assertThat(issuing)
                .contains("X509v3 Basic Constraints: critical CA:TRUE, pathlen:0")
                .contains("X509v3 Key Usage: critical Certificate Sign, CRL Sign")
                .contains("Policy: 1.3.6.1.4.1.32473.1.1")
                .contains("URI:http://pki.fudamori.example/pki/crl/root-g1.crl")
                .contains("CA Issuers - URI:http://pki.fudamori.example/pki/ca/root-g1.cer");
    }

    @Test
    void theRevocationListHasVersionNumberAndKey() {
        var world = World.of(KeyAlgorithm.RSA_2048);
        var openSsl = new OpenSsl()
                .with("list.crl", world.list(world.issuing()))
                .with("issuing.pem", world.issuing().certificate());

        var text = openSsl.run("crl", "-inform", "DER", "-in", "list.crl", "-noout", "-text", "-CAfile", "issuing.pem");

        assertThat(text.replaceAll("\\s+", " "))
                .contains("verify OK")
                .contains("Version 2 (0x1)")
                .contains("X509v3 Authority Key Identifier:")
                .contains("X509v3 CRL Number: " + NOW.getEpochSecond())
                .contains("Next Update: Nov 24 01:00:00 2026 GMT")
                .contains("No Revoked Certificates");
    }

    static Stream<Arguments> everyKeyInBothForms() {
        return Arrays.stream(KeyAlgorithm.values())
                .flatMap(key -> Arrays.stream(Pkcs12Form.values()).map(form -> Arguments.of(key, form)));
    }

    @ParameterizedTest
    @MethodSource("everyKeyInBothForms")
    void goesIntoAPkcs12FileThatOpenSslReads(KeyAlgorithm algorithm, Pkcs12Form form) {
        var world = World.of(algorithm);
        var file = form.write(world.holder().getPrivate(), world.chain(), "terminal 1", PASSWORD);

        var info = new OpenSsl()
                .with("holder.p12", file)
                .run("pkcs12", "-info", "-in", "holder.p12", "-passin", "pass:" + PASSWORD, "-nodes");

        assertThat(info)
                .contains(
                        form == Pkcs12Form.MODERN
                                ? List.of(
                                        "MAC: sha256, Iteration 10000",
                                        "PBES2, PBKDF2, AES-256-CBC, Iteration 10000, PRF hmacWithSHA256")
                                : List.of(
                                        "MAC: sha1, Iteration 10000",
                                        "pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 10000"))
                .contains("friendlyName: terminal 1")
                .contains("PRIVATE KEY")
                .containsIgnoringWhitespaces("CN = Fudamori Test issuing-g1")
                .containsIgnoringWhitespaces("CN = Fudamori Test root-g1");
    }

    @ParameterizedTest
    @MethodSource("everyKeyInBothForms")
    void goesIntoAPkcs12FileThatTheJdkReads(KeyAlgorithm algorithm, Pkcs12Form form) throws Exception {
        var world = World.of(algorithm);
        var file = form.write(world.holder().getPrivate(), world.chain(), TERMINAL, PASSWORD);
        var keystore = KeyStore.getInstance("PKCS12");

        keystore.load(new ByteArrayInputStream(file), PASSWORD.toCharArray());

        assertThat(keystore.getKey(TERMINAL, PASSWORD.toCharArray()).getEncoded())
                .isEqualTo(algorithm
                        .privateKey(world.holder().getPrivate().getEncoded())
                        .getEncoded());
        assertThat(keystore.getCertificateChain(TERMINAL)).containsExactlyElementsOf(world.chain());
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void theSameBytesAlwaysGetTheSameSignature(KeyAlgorithm algorithm) {
        var key = algorithm.generate().getPrivate();
        var message = "to be signed".getBytes(StandardCharsets.US_ASCII);

        assertThat(algorithm.sign(key, message)).isEqualTo(algorithm.sign(key, message));
    }
}
