package jp.fudamori.ca;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRL;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import jp.fudamori.ServerTest;
import jp.fudamori.ca.AuthoritySettings.KeystoreType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RevocationListsIT {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final Duration A_YEAR = Duration.ofDays(365);

    @Autowired
    private RevocationLists lists;

    @Autowired
    private Revocations revocations;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void publishFromScratch() {
        clock.standAt(START);
        jdbc.sql("delete from ca_published_list").update();
        publish();
    }

    @AfterEach
    void leaveNothingFromTheFuture() {
        clock.standAt(START);
        jdbc.sql("delete from ca_published_list").update();
        publish();
    }

    private void publish() {
        lists.generations().forEach(lists::publish);
    }

    private PublishedList all() {
        return lists.find("issuing-g1").orElseThrow();
    }

    private PublishedList naming(IssuedCertificate certificate) {
        return lists.find("issuing-g1", certificate.serial().shard()).orElseThrow();
    }

    private IssuedCertificate issued(Duration validity) {
        return new Holders(authority, clock).issue(validity);
    }

    private static byte[] der(PublishedList list) {
        try (InputStream in = list.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509CRL parsed(PublishedList list) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(list.open());
    }

    private static boolean tells(PublishedList list, IssuedCertificate certificate) throws Exception {
        return parsed(list).getRevokedCertificate(certificate.certificate()) != null;
    }

    @Test
    void everyGenerationHasAListOfAllAndTheIssuingOnes64More() {
        assertThat(lists.generations()).containsExactly("issuing-g1", "issuing-g2", "root-g1");
        assertThat(lists.generations())
                .allSatisfy(generation -> assertThat(lists.find(generation)).isPresent());
        assertThat(IntStream.range(0, 64))
                .allSatisfy(shard -> assertThat(lists.find("issuing-g2", shard)).isPresent());
        assertThat(lists.find("issuing-g2", 64)).isEmpty();
        assertThat(lists.find("issuing-g2", -1)).isEmpty();
        assertThat(lists.find("root-g1", 0)).isEmpty();
        assertThat(lists.find("issuing-g9")).isEmpty();
        assertThat(lists.find("../ca")).isEmpty();
    }

    @Test
    void tellsARevocationInTheListOfAllAndInTheOneThatTheCertificateNames() throws Exception {
        var certificate = issued(A_YEAR);
        var other = lists.find("issuing-g1", (certificate.serial().shard() + 1) % 64)
                .orElseThrow();
        clock.standAt(START.plusHours(1));
        revocations.revoke(certificate.serial(), RevocationReason.KEY_COMPROMISE);
        assertThat(tells(naming(certificate), certificate)).isFalse();

        clock.standAt(START.plusHours(1).plusMinutes(2));
        publish();

        assertThat(List.of(all(), naming(certificate))).allSatisfy(list -> {
            var entry = parsed(list).getRevokedCertificate(certificate.certificate());
            assertThat(entry.getRevocationReason()).isEqualTo(java.security.cert.CRLReason.KEY_COMPROMISE);
            assertThat(entry.getRevocationDate().toInstant()).isEqualTo("2026-11-20T02:00:00Z");
        });
        assertThat(lists.find("issuing-g1", (certificate.serial().shard() + 1) % 64))
                .as("a list that has nothing new")
                .hasValueSatisfying(list -> assertThat(list.number()).isEqualTo(other.number()));
    }

    @Test
    void isTheSameListForADay() {
        var first = all();
        clock.standAt(START.plusHours(24).minusSeconds(1));
        publish();

        assertThat(der(all())).isEqualTo(der(first));
    }

    @Test
    void isSignedAnewAfterADayWithAHigherNumber() {
        var first = all();
        clock.standAt(START.plusHours(24));
        publish();

        assertThat(all().number()).isGreaterThan(first.number());
        assertThat(Duration.between(all().thisUpdate(), all().nextUpdate())).isEqualTo(Duration.ofHours(96));
    }

    @Test
    void aListFromAClockThatWentWrongIsReplacedAndTheNumberGrows() {
        clock.standAt(START.plusYears(1));
        publish();
        var wrong = all();

        clock.standAt(START);
        publish();

        assertThat(all().number()).isEqualTo(wrong.number() + 1);
        assertThat(all().thisUpdate()).isEqualTo("2026-11-20T01:00:00Z");
        assertThat(lists.find("issuing-g1", 5).orElseThrow().thisUpdate()).isEqualTo("2026-11-20T01:00:00Z");
    }

    @Test
    void theDatabaseRefusesALowerNumber() {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into ca_published_list
                        select issuer, shard, number - 1, this_update, next_update, head, parts, tail, length
                          from ca_published_list where issuer = 'issuing-g1' and shard = 0
                        """).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void makesOneListHoweverManyNodesWantToAtTheSameTime() throws Exception {
        clock.standAt(START.plusHours(24));
        var threads = Executors.newFixedThreadPool(4);

        var results = threads.invokeAll(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    lists.publish("issuing-g2");
                    return i;
                })
                .toList());
        threads.shutdown();

        for (var result : results) {
            result.get();
        }
        assertThat(jdbc.sql("select count(*) from ca_published_list where issuer = 'issuing-g2' and shard = 7")
                        .query(Integer.class)
                        .single())
                .as("yesterday's and today's")
                .isEqualTo(2);
    }

    @Test
    void keepsTheListBeforeForThoseWhoAreReadingIt() {
        var first = all();
        clock.standAt(START.plusHours(24));
        publish();
        assertThat(der(first)).hasSize((int) first.length());

        clock.standAt(START.plusHours(48));
        publish();

        assertThat(jdbc.sql("select max(lists) from (select count(*) as lists from ca_published_list"
                                + " group by issuer, shard) counted")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from ca_list_part where issuer = 'issuing-g1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(128);
    }

    @Test
    void anExpiredCertificateIsToldOnceMoreAndThenLeft() throws Exception {
        var certificate = issued(Duration.ofDays(3));
        revocations.revoke(certificate.serial(), RevocationReason.SUPERSEDED);
        for (var days : List.of(1, 2, 3)) {
            clock.standAt(START.plusDays(days).plusMinutes(days));
            publish();
            assertThat(tells(naming(certificate), certificate))
                    .as("day " + days)
                    .isTrue();
        }

        clock.standAt(START.plusDays(4).plusMinutes(4));
        publish();

        assertThat(tells(naming(certificate), certificate)).isFalse();
        assertThat(tells(all(), certificate)).isFalse();
    }

    @Test
    void whatIsRevokedAfterItExpiredIsStillToldOnce() throws Exception {
        var certificate = issued(Duration.ofDays(1));
        clock.standAt(START.plusDays(30));
        publish();
        revocations.revoke(certificate.serial(), RevocationReason.SUPERSEDED);

        publish();

        assertThat(tells(naming(certificate), certificate)).isTrue();
    }

    @Test
    void openSslVerifiesACertificateWithItsListAndRefusesARevokedOne() {
        var good = issued(A_YEAR);
        var revoked = issued(A_YEAR);
        revocations.revoke(revoked.serial(), RevocationReason.CESSATION_OF_OPERATION);
        publish();

        assertThat(openSsl(good).run(verify())).isEqualToIgnoringNewLines("holder.pem: OK");
        assertThatThrownBy(() -> openSsl(revoked).run(verify())).hasMessageContaining("certificate revoked");
        assertThat(openSsl(revoked).run("crl -in shard.pem -noout -text -CAfile issuing.pem".split(" ")))
                .contains("verify OK")
                .contains("X509v3 Issuing Distribution Point: critical")
                .contains("URI:http://pki.fudamori.example/pki/crl/issuing-g1/"
                        + revoked.serial().shard() + ".crl")
                .contains("X509v3 Authority Key Identifier")
                .contains("Cessation Of Operation");
    }

    private OpenSsl openSsl(IssuedCertificate certificate) {
        var shard = OpenSsl.pem("X509 CRL", der(naming(certificate)));
        var root = OpenSsl.pem("X509 CRL", der(lists.find("root-g1").orElseThrow()));
        return new OpenSsl()
                .with("root.pem", certificate.chain().get(2))
                .with("issuing.pem", certificate.chain().get(1))
                .with("holder.pem", certificate.certificate())
                .with("shard.pem", shard.getBytes(US_ASCII))
                .with("lists.pem", (shard + root).getBytes(US_ASCII));
    }

    private String[] verify() {
        return ("verify -x509_strict -crl_check_all -attime %d -CAfile root.pem -untrusted issuing.pem"
                        + " -CRLfile lists.pem holder.pem")
                .formatted(clock.instant().plusSeconds(1).getEpochSecond())
                .split(" ");
    }

    @Test
    void theJdkVerifiesACertificateWithItsListAndRefusesARevokedOne() throws Exception {
        var good = issued(A_YEAR);
        var revoked = issued(A_YEAR);
        revocations.revoke(revoked.serial(), RevocationReason.SUPERSEDED);
        publish();

        assertThat(pkix(good)).isNotNull();
        assertThatThrownBy(() -> pkix(revoked))
                .isInstanceOf(CertPathValidatorException.class)
                .hasCauseInstanceOf(CertificateRevokedException.class);
    }

    private Object pkix(IssuedCertificate certificate) throws Exception {
        var factory = CertificateFactory.getInstance("X.509");
        var parameters =
                new PKIXParameters(Set.of(new TrustAnchor(certificate.chain().get(2), null)));
        parameters.setDate(Date.from(clock.instant().plusSeconds(1)));
        var crls = List.<CRL>of(
                parsed(naming(certificate)), parsed(lists.find("root-g1").orElseThrow()));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls)));
        var path = factory.generateCertPath(certificate.chain().subList(0, 2));
        return CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    @Test
    void servesTheListOfARootWhoseKeyLiesInTheSafe(
            @Autowired PublishedLists stored, @Autowired AuthoritySettings settings) {
        var offline = offline(stored, settings);

        offline.publish("root-g1");

        assertThat(offline.find("root-g1").orElseThrow().nextUpdate()).isEqualTo("2027-05-06T00:00:00Z");
    }

    @Test
    void saysWhereThereIsNeitherKeyNorList(@Autowired PublishedLists stored, @Autowired AuthoritySettings settings)
            throws IOException {
        var offline = offline(stored, settings);
        Files.delete(RevocationLists.fileOf("root-g1", keystore));

        assertThat(offline.publish("root-g1")).isFalse();
    }

    private Path keystore = Path.of("");

    private RevocationLists offline(PublishedLists stored, AuthoritySettings settings) {
        var file = TestKeystore.with(KeyAlgorithm.EC_P256, LocalDateTime.of(2026, 4, 1, 9, 0), Period.ofYears(10));
        keystore = file.resolveSibling("server.p12");
        TestKeystore.ceremony(file, LocalDateTime.of(2026, 4, 1, 9, 0)).copyWithoutKey("root-g1", keystore);
        var issuers =
                Issuers.in(KeystoreFile.read(keystore, TestKeystore.PASSWORD), TestKeystore.PASSWORD, "issuing-g1");
        return new RevocationLists(
                issuers,
                stored,
                new AuthoritySettings(
                        keystore, KeystoreType.PKCS12, "-", List.of("issuing-g1"), settings.profile(), Map.of()),
                clock);
    }
}
