package jp.fudamori.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.OpenSsl;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Vetted;
import jp.fudamori.institution.InstitutionCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class CertificateDeskIT {

    private static final String TERMINAL = "受付の𠮷端末 1号機";

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private Participants people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private InstitutionCode institution;
    private ApplicationNumber number;

    @BeforeEach
    void approveAnApplication() {
        institution = people.clinic().institution();
        number = new ApprovedApplications(jdbc).of(institution, TERMINAL);
    }

    private byte[] pkcs12() {
        return jdbc.sql("select pkcs12 from certificate_download where application_number = ?")
                .param(number.value())
                .query(byte[].class)
                .single();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where application_number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    private String audit() {
        return jdbc.sql("select action from audit_entry where subject = ? order by entry_id")
                .param(number.value())
                .query(String.class)
                .list()
                .toString();
    }

    @Test
    void goesFromNothingToVettedToIssued() {
        assertThat(desk.of(number)).isEmpty();

        desk.vet(number);
        assertThat(desk.of(number)).containsInstanceOf(Vetted.class);

        desk.sign(number);
        assertThat(desk.issued(number))
                .returns(LocalDate.of(2026, 11, 20), Issued::notBefore)
                .returns(LocalDate.of(2030, 2, 20), Issued::notAfter)
                .returns(LocalDate.of(2027, 5, 19), Issued::downloadUntil)
                .returns(0, Issued::downloads);
        assertThat(audit()).isEqualTo("[certificate-vetted, certificate-issued]");
    }

    @Test
    void anyStepMayRunTwice() {
        desk.vet(number);
        var vetted = desk.of(number);
        desk.vet(number);
        assertThat(desk.of(number)).isEqualTo(vetted);

        desk.sign(number);
        var secrets = desk.secrets(number);
        var file = pkcs12();
        desk.sign(number);
        desk.vet(number);
        assertThat(desk.secrets(number)).isEqualTo(secrets);
        assertThat(pkcs12()).isEqualTo(file);

        desk.destroySecrets(number);
        desk.destroySecrets(number);
        assertThat(audit()).isEqualTo("[certificate-vetted, certificate-issued, letter-secrets-destroyed]");
    }

    @Test
    void manyAtOnceMakeOneCertificate() throws Exception {
        var threads = Executors.newFixedThreadPool(4);

        for (var result : threads.invokeAll(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    desk.vet(number);
                    desk.sign(number);
                    return true;
                })
                .toList())) {
            assertThat(result.get()).isTrue();
        }
        threads.shutdown();

        assertThat(audit()).isEqualTo("[certificate-vetted, certificate-issued]");
    }

    @Test
    void aSignatureThatWasRolledBackIsMadeAgainForTheSameSerial() {
        desk.vet(number);
        var serial = desk.of(number).orElseThrow().serial();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            desk.sign(number);
            status.setRollbackOnly();
        });
        assertThat(desk.of(number)).containsInstanceOf(Vetted.class);

        desk.sign(number);

        assertThat(desk.issued(number).serial()).isEqualTo(serial);
    }

    @Test
    void namesTheInstitutionAndNeverTheTerminal() throws Exception {
        desk.vet(number);
        desk.sign(number);

        var certificate = (X509Certificate) keystore().getCertificate(TERMINAL);

        assertThat(certificate
                        .getSubjectX500Principal()
                        .getName("RFC2253", Map.of("2.5.4.97", "organizationIdentifier")))
                .contains("CN=" + institution + "-001", "O=髙﨑歯科クリニック", "C=JP")
                .doesNotContain("端末");
        assertThat(new String(certificate.getSubjectX500Principal().getEncoded(), StandardCharsets.UTF_8))
                .contains("MI:JP-" + institution);
    }

    private KeyStore keystore() throws Exception {
        var password = desk.secrets(number).password().toCharArray();
        var keystore = KeyStore.getInstance("PKCS12");
        keystore.load(new ByteArrayInputStream(pkcs12()), password);
        assertThat(keystore.getKey(TERMINAL, password)).isNotNull();
        assertThat(keystore.getCertificateChain(TERMINAL)).hasSize(3);
        return keystore;
    }

    @Test
    void numbersTheCertificatesOfAnInstitutionEvenWhenTheyComeTogether() throws Exception {
        var applications = new ApprovedApplications(jdbc);
        var numbers = IntStream.range(0, 4)
                .mapToObj(i -> applications.of(institution, "端末" + i))
                .toList();
        var threads = Executors.newFixedThreadPool(4);
        for (var result : threads.invokeAll(numbers.stream()
                .<Callable<Boolean>>map(each -> () -> {
                    desk.vet(each);
                    return true;
                })
                .toList())) {
            assertThat(result.get()).isTrue();
        }
        threads.shutdown();

        var sequences = jdbc.sql("select sequence from certificate where institution_code = ? order by sequence")
                .param(institution.value())
                .query(Integer.class)
                .list();
        assertThat(sequences).isEqualTo(List.of(1, 2, 3, 4));
    }

    @Test
    void opensOnlyWithThePasswordOfTheLetter() {
        desk.vet(number);
        desk.sign(number);
        var openSsl = new OpenSsl().with("holder.p12", pkcs12());

        assertThat(openSsl.run(
                        "pkcs12",
                        "-info",
                        "-in",
                        "holder.p12",
                        "-nodes",
                        "-passin",
                        "pass:" + desk.secrets(number).password()))
                .contains("PRIVATE KEY", "CERTIFICATE");
    }

    @Test
    void thePrivateKeyIsGoneButForTheFile() {
        desk.vet(number);
        assertThat(privateKeys()).isEqualTo(1);

        desk.sign(number);

        assertThat(privateKeys()).isZero();
    }

    private int privateKeys() {
        return jdbc.sql("select count(private_key) from certificate where application_number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void noTableShowsASecretOfTheLetter() {
        desk.vet(number);
        desk.sign(number);
        var secrets = desk.secrets(number);

        var everything =
                List.of("certificate", "certificate_download", "certificate_secret", "certificate_application").stream()
                        .map(table -> jdbc.sql("select encode(convert_to(t::text, 'UTF8'), 'escape') from " + table
                                        + " t where application_number = ?")
                                .param(number.value())
                                .query(String.class)
                                .list()
                                .toString())
                        .collect(Collectors.joining());

        for (var secret : List.of(secrets.authorizationCode(), secrets.password())) {
            assertThat(everything)
                    .doesNotContain(secret)
                    .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void theSecretsOfTheLetterCanBeDestroyed() {
        desk.vet(number);
        desk.sign(number);

        desk.destroySecrets(number);

        assertThat(rows("certificate_secret")).isZero();
        assertThatIllegalStateException().isThrownBy(() -> desk.secrets(number));
    }

    @Test
    void certifiesNobodyWhoWasNotApproved() {
        var undecided = new ApprovedApplications(jdbc).undecided(institution);

        assertThatIllegalStateException().isThrownBy(() -> desk.vet(undecided)).withMessageContaining("not approved");
        assertThatIllegalStateException().isThrownBy(() -> desk.sign(undecided)).withMessageContaining("never vetted");
        assertThatIllegalStateException().isThrownBy(() -> desk.vet(new ApplicationNumber("20200101-00000")));
    }
}
