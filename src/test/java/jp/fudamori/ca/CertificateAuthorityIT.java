package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.ServerTest;
import jp.fudamori.common.Refusal;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class CertificateAuthorityIT {

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    private CertificatePlan plan(String organization) {
        return plan(organization, KeyAlgorithm.EC_P256.generate());
    }

    private CertificatePlan plan(String organization, KeyPair holder) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var subject = new Subject(organization, "MI:JP-1330100016", "1330100016-001");
        return new CertificatePlan(subject, holder.getPublic(), now, now.plus(1000, ChronoUnit.DAYS));
    }

    private int issuances() {
        return jdbc.sql("select count(*) from ca_issuance").query(Integer.class).single();
    }

    @Test
    void vettingRecordsWhatWillBeSignedAndUsesNoKey() {
        var vetted = authority.vet(plan("札幌歯科"));

        var row = jdbc.sql("select issuer, profile, tbs, certificate from ca_issuance where serial = ?")
                .param(vetted.serial().hex())
                .query()
                .singleRow();
        assertThat(row).containsEntry("issuer", "issuing-g1").containsEntry("profile", "client");
        assertThat(row.get("tbs")).isEqualTo(vetted.tbsCertificate());
        assertThat(row.get("certificate")).isNull();
    }

    @Test
    void signsExactlyTheBytesThatWereVetted() throws Exception {
        var vetted = authority.vet(plan("札幌歯科"));

        var issued = authority.sign(vetted.serial());

        assertThat(issued.certificate().getTBSCertificate()).isEqualTo(vetted.tbsCertificate());
        assertThat(issued.certificate().getSerialNumber())
                .isEqualTo(vetted.serial().number());
        assertThat(issued.chain())
                .extracting(X509Certificate::getBasicConstraints)
                .containsExactly(-1, 0, 1);
    }

    @Test
    void signsOnceHoweverOftenItIsAsked() {
        var serial = authority.vet(plan("札幌歯科")).serial();

        assertThat(authority.sign(serial)).isEqualTo(authority.sign(serial));
    }

    @Test
    void signsOnceHoweverManyAskAtTheSameTime() throws Exception {
        var serial = authority.vet(plan("札幌歯科")).serial();
        var threads = Executors.newFixedThreadPool(4);

        var results = threads.invokeAll(IntStream.range(0, 4)
                .<Callable<IssuedCertificate>>mapToObj(i -> () -> authority.sign(serial))
                .toList());
        threads.shutdown();

        var issued = new HashSet<IssuedCertificate>();
        for (var result : results) {
            issued.add(result.get());
        }
        assertThat(issued).hasSize(1);
    }

    @Test
    void aSignatureThatWasRolledBackComesOutTheSameAgain() {
        var serial = authority.vet(plan("札幌歯科")).serial();
        var lost = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return authority.sign(serial);
        });

        assertThat(authority.sign(serial)).isEqualTo(lost);
    }

    @Test
    void aRollbackAfterVettingLeavesNothingToSign() {
        var serial = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return authority.vet(plan("札幌歯科")).serial();
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> authority.sign(serial))
                .withMessageContaining("never vetted");
    }

    @Test
    void aRefusedPlanLeavesNoTrace() {
        var before = issuances();

        assertThatThrownBy(() -> authority.vet(plan(" "))).isInstanceOf(Refusal.class);

        assertThat(issuances()).isEqualTo(before);
    }

    @Test
    void neverGivesASerialTwice() {
        var serials = IntStream.range(0, 50)
                .mapToObj(i -> authority.vet(plan("札幌歯科")).serial())
                .toList();

        assertThat(serials)
                .doesNotHaveDuplicates()
                .allMatch(serial -> serial.number().signum() > 0);
    }

    @Test
    void signsNothingThatWasWrittenPastTheVetting() {
        var vetted = authority.vet(plan("札幌歯科"));
        var other = authority.vet(plan("別の歯科"));
        var forged = Serial.random(new SecureRandom());
        jdbc.sql("""
                insert into ca_issuance (serial, issuer, profile, tbs, tbs_seal, vetted_at)
                select :forged, issuer, profile, :tbs, tbs_seal, vetted_at from ca_issuance where serial = :serial
                """)
                .param("forged", forged.hex())
                .param("tbs", other.tbsCertificate())
                .param("serial", vetted.serial().hex())
                .update();

        assertThatIllegalStateException().isThrownBy(() -> authority.sign(forged));
    }

    @Test
    void whatBreaksARuleIsNotSignedEvenWithASeal(@Autowired Issuances issuances) {
        var vetted = authority.vet(plan("札幌歯科"));
        var bad = Sketch.of(vetted.tbsCertificate()).without(Extension.keyUsage).encode();
        var serial = Serial.random(new SecureRandom());
        issuances.add(new VettedCertificate(serial, bad), "issuing-g1", new byte[32], clock.instant());

        assertThatIllegalStateException()
                .isThrownBy(() -> authority.sign(serial))
                .withMessageContaining("key-usage-digital-signature-only");
    }

    @Test
    void certifiesNoKeyTwiceAndNotItsOwn() {
        var holder = KeyAlgorithm.RSA_2048.generate();
        authority.vet(plan("札幌歯科", holder));
        var own =
                new KeyPair(authority.certificateOf("issuing-g2").orElseThrow().getPublicKey(), null);

        assertThatThrownBy(() -> authority.vet(plan("別の歯科", holder)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("すでに別の電子証明書");
        assertThatThrownBy(() -> authority.vet(plan("札幌歯科", own)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("認証局の鍵");
    }

    @Test
    void theRecordCannotBeChanged() {
        var serial = authority.vet(plan("札幌歯科")).serial();
        authority.sign(serial);

        for (var change : List.of(
                "tbs = '\\x00'", "certificate = '\\x00'", "certificate = null, signed_at = null", "key_hash = null")) {
            assertThatThrownBy(() -> jdbc.sql("update ca_issuance set " + change + " where serial = ?")
                            .param(serial.hex())
                            .update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatOneGenerationVettedItAlsoSignsAfterTheNextTookOver(
            @Autowired Profile profile,
            @Autowired KeyGate gate,
            @Autowired Issuances issuances,
            @Autowired AuthoritySettings settings) {
        var keystore = KeystoreFile.read(settings.keystore(), TestKeystore.PASSWORD);
        var next = new CertificateAuthority(
                profile, Issuers.in(keystore, TestKeystore.PASSWORD, "issuing-g2"), gate, issuances, clock);
        var old = authority.vet(plan("札幌歯科")).serial();
        var young = next.vet(plan("札幌歯科")).serial();

        assertThat(next.sign(old).certificate().getIssuerX500Principal().getName())
                .contains("issuing-g1");
        assertThat(next.sign(young).certificate().getIssuerX500Principal().getName())
                .contains("issuing-g2");
        assertThat(authority.sign(young).certificate().getSigAlgName()).isEqualTo("SHA256withECDSA");
    }

    @Test
    void showsTheCertificateOfEachGeneration() {
        assertThat(authority.certificateOf("issuing-g1")).isPresent();
        assertThat(authority.certificateOf("issuing-g2")).isPresent();
        assertThat(authority.certificateOf("root-g1")).isPresent();
        assertThat(authority.certificateOf("issuing-g9")).isEmpty();
    }
}
