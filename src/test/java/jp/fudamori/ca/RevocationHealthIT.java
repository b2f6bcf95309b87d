package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import jp.fudamori.MovableClock;
import jp.fudamori.ServerTest;
import jp.fudamori.ca.AuthoritySettings.KeystoreType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RevocationHealthIT {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);

    @Autowired
    private RevocationHealth health;

    @Autowired
    private RevocationLists lists;

    @Autowired
    private PublishedLists stored;

    @Autowired
    private OcspSigners signers;

    @Autowired
    private Revocations revocations;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private AuthoritySettings settings;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void publishFromScratch() {
        clock.standAt(START);
        jdbc.sql("delete from ca_published_list").update();
        jdbc.sql("delete from ca_ocsp_signer").update();
        publish();
    }

    @AfterEach
    void backToTheStart() {
        publishFromScratch();
    }

    private void publish() {
        lists.generations().forEach(lists::publish);
        lists.generations().forEach(signers::renew);
    }

    private String complaints() {
        return health.health().getDetails().toString();
    }

    @Test
    void isUpWhileEverythingIsAsNewAsItShouldBe() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        clock.standAt(START.plusHours(35));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void namesTheGenerationWhoseListIsLateUntilItIsMade() {
        clock.standAt(START.plusHours(37));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(complaints()).contains("a revocation list of issuing-g1 is of 2026-11-20T01:00:00Z");

        publish();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void missesASingleShard() {
        jdbc.sql("delete from ca_published_list where issuer = 'issuing-g2' and shard = 63")
                .update();

        assertThat(complaints()).contains("issuing-g2").doesNotContain("issuing-g1");
    }

    @Test
    void namesASignerThatEndsOrIsNotThere() {
        clock.standAt(START.plusDays(5).plusHours(2));
        assertThat(complaints()).contains("the OCSP signer of issuing-g1 ends at");
        clock.standAt(START.plusDays(9));
        assertThat(complaints()).contains("issuing-g2 has no OCSP signer");
    }

    @Test
    void saysThatARevocationWaitsTooLong() {
        revocations.revoke(
                new Holders(authority, clock).issue(Duration.ofDays(9)).serial(), RevocationReason.SUPERSEDED);
        clock.standAt(START.plusMinutes(5));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        clock.standAt(START.plusMinutes(6));

        assertThat(complaints()).contains("a revocation of 2026-11-20T01:00:00Z is in no list yet");
    }

    @Test
    void asksForANewListOfTheRootAMonthBeforeTheOldOneEnds() {
        var file = TestKeystore.with(KeyAlgorithm.EC_P256, LocalDateTime.of(2026, 4, 1, 9, 0), Period.ofYears(10));
        var keystore = file.resolveSibling("server.p12");
        TestKeystore.ceremony(file, LocalDateTime.of(2026, 4, 1, 9, 0)).copyWithoutKey("root-g1", keystore);
        var issuers =
                Issuers.in(KeystoreFile.read(keystore, TestKeystore.PASSWORD), TestKeystore.PASSWORD, "issuing-g1");
        var offline = new AuthoritySettings(
                keystore, KeystoreType.PKCS12, "-", List.of("issuing-g1"), settings.profile(), Map.of());
        var itsHealth = new RevocationHealth(
                issuers, new RevocationLists(issuers, stored, offline, clock), stored, signers, clock);
        assertThat(itsHealth.health().getDetails().toString()).doesNotContain("root-g1");

        clock.standAt(LocalDateTime.of(2027, 4, 7, 9, 0));

        assertThat(itsHealth.health().getDetails().toString())
                .contains("the revocation list of root-g1 ends at 2027-05-06T00:00:00Z");
    }
}
