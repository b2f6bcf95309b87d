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
import jp.fudamori.application.LineNumber;
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
    private LineNumber line;

    @BeforeEach
    void approveAnApplication() {
        institution = people.clinic().institution();
        line = new ApprovedApplications(jdbc).of(institution, TERMINAL);
    }

    private byte[] pkcs12() {
        return jdbc.sql("select pkcs12 from certificate_download where application_number = ?")
                .param(line.application().value())
                .query(byte[].class)
                .single();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where application_number = ?")
                .param(line.application().value())
                .query(Integer.class)
                .single();
    }

    private String audit() {
        return jdbc.sql("select action from audit_entry where subject = ? order by entry_id")
                .param(line.toString())
                .query(String.class)
                .list()
                .toString();
    }

    @Test
    void goesFromNothingToVettedToIssued() {
        assertThat(desk.of(line)).isEmpty();

        desk.vet(line);
        assertThat(desk.of(line)).containsInstanceOf(Vetted.class);

        desk.sign(line);
        assertThat(desk.issued(line))
                .returns(LocalDate.of(2026, 11, 20), Issued::notBefore)
                .returns(LocalDate.of(2030, 2, 20), Issued::notAfter)
                .returns(LocalDate.of(2027, 5, 19), Issued::downloadUntil)
                .returns(0, Issued::downloads);
        assertThat(audit()).isEqualTo("[certificate-vetted, certificate-issued]");
    }

    @Test
    void anyStepMayRunTwice() {
        desk.vet(line);
        var vetted = desk.of(line);
        desk.vet(line);
        assertThat(desk.of(line)).isEqualTo(vetted);

        desk.sign(line);
        var secrets = desk.secrets(line);
        var file = pkcs12();
        desk.sign(line);
        desk.vet(line);
        assertThat(desk.secrets(line)).isEqualTo(secrets);
        assertThat(pkcs12()).isEqualTo(file);

        desk.destroySecrets(line);
        desk.destroySecrets(line);
        assertThat(audit()).isEqualTo("[certificate-vetted, certificate-issued, letter-secrets-destroyed]");
    }

    @Test
    void manyAtOnceMakeOneCertificate() throws Exception {
        var threads = Executors.newFixedThreadPool(4);

        for (var result : threads.invokeAll(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    desk.vet(line);
                    desk.sign(line);
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
        desk.vet(line);
        var serial = desk.of(line).orElseThrow().serial();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            desk.sign(line);
            status.setRollbackOnly();
        });
        assertThat(desk.of(line)).containsInstanceOf(Vetted.class);

        desk.sign(line);

        assertThat(desk.issued(line).serial()).isEqualTo(serial);
    }

    @Test
    void namesTheInstitutionAndNeverTheTerminal() throws Exception {
        desk.vet(line);
        desk.sign(line);

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
        var password = desk.secrets(line).password().toCharArray();
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
        desk.vet(line);
        desk.sign(line);
        var openSsl = new OpenSsl().with("holder.p12", pkcs12());

        assertThat(openSsl.run(
                        "pkcs12",
                        "-info",
                        "-in",
                        "holder.p12",
                        "-nodes",
                        "-passin",
                        "pass:" + desk.secrets(line).password()))
                .contains("PRIVATE KEY", "CERTIFICATE");
    }

    @Test
    void thePrivateKeyIsGoneButForTheFile() {
        desk.vet(line);
        assertThat(privateKeys()).isEqualTo(1);

        desk.sign(line);

        assertThat(privateKeys()).isZero();
    }

    private int privateKeys() {
        return jdbc.sql("select count(private_key) from certificate where application_number = ?")
                .param(line.application().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void noTableShowsASecretOfTheLetter() {
        desk.vet(line);
        desk.sign(line);
        var secrets = desk.secrets(line);

        var everything =
                List.of("certificate", "certificate_download", "certificate_secret", "certificate_application").stream()
                        .map(table -> jdbc.sql("select encode(convert_to(t::text, 'UTF8'), 'escape') from " + table
                                        + " t where application_number = ?")
                                .param(line.application().value())
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
        desk.vet(line);
        desk.sign(line);

        desk.destroySecrets(line);

        assertThat(rows("certificate_secret")).isZero();
        assertThatIllegalStateException().isThrownBy(() -> desk.secrets(line));
    }

    @Test
    void certifiesNobodyWhoWasNotApproved() {
        var undecided = new ApprovedApplications(jdbc).undecided(institution);

        assertThatIllegalStateException().isThrownBy(() -> desk.vet(undecided)).withMessageContaining("not approved");
        assertThatIllegalStateException().isThrownBy(() -> desk.sign(undecided)).withMessageContaining("never vetted");
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.vet(new LineNumber(new ApplicationNumber("20200101-00000"), 1)));
    }
}
