package jp.fudamori.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.EmbeddedDatabase;
import jp.fudamori.demo.IssuedKeyStore;
import jp.fudamori.demo.LetterText;
import jp.fudamori.demo.Patience;
import jp.fudamori.demo.PrintedSecrets;
import jp.fudamori.demo.ServerProcess;
import jp.fudamori.demo.TaskDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * SIGKILL of the server at the worst moments: a server that is started afterwards finishes the work, and nothing is
 * there twice. Database and SMTP server live on in this JVM.
 */
class PowerCutIT {

    private static final String CLINIC = "clinic1";
    private static final String REVIEWER = "reviewer1";
    private static final String DISPATCH = "dispatch1";
    private static final String ADMINISTRATOR = "admin";

    @TempDir
    private static Path home;

    private static EmbeddedPostgres postgres;
    private static GreenMail smtp;
    private static JdbcClient jdbc;
    private static ServerProcess server;

    private final TaskDriver tasks = new TaskDriver(server.clients()::engine);

    @BeforeAll
    static void prepare() throws IOException {
        postgres = EmbeddedDatabase.durable().start();
        var url = EmbeddedDatabase.url(postgres, "postgres");
        jdbc = JdbcClient.create(new DriverManagerDataSource(url));
        server = new ServerProcess(
                home,
                Path.of("target", "power-cut"),
                List.of(PowerCut.class.getName()),
                List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--spring.mail.host=127.0.0.1",
                        "--fudamori.ca.key-pool.RSA_2048=0",
                        // no shorter than a start takes: what the dead server held is free when the next one looks
                        "--camunda.bpm.job-execution.lock-time-in-millis=10000",
                        "--camunda.bpm.job-execution.max-wait=1000"));
        smtp = new GreenMail(new ServerSetup(server.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        smtp.stop();
        postgres.close();
    }

    @BeforeEach
    void switchOn() {
        if (!server.isRunning()) {
            server.start();
        }
    }

    /** Where the power fails, and whether the certificate is signed by then. */
    enum Cut {
        BETWEEN_VET_AND_SIGN("before signCertificate", false),
        AFTER_THE_SIGNATURE_BEFORE_ITS_COMMIT("after signCertificate", false),
        BETWEEN_SIGN_AND_LETTER("before printLetter", true),
        AFTER_THE_LETTER_BEFORE_ITS_COMMIT("after printLetter", true);

        private final String point;
        private final boolean signed;

        Cut(String point, boolean signed) {
            this.point = point;
            this.signed = signed;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void leavesOneCertificateOneFeeOneLetter(Cut cut) throws Exception {
        var number = submit();
        stopAt(cut.point);
        approve();
        cutPowerAt(cut.point);
        var vetted = serial(number);
        assertThat(count("certificate_download", "application_number", number)).isEqualTo(cut.signed ? 1 : 0);
        assertThat(count("letter", "application_number", number)).isZero();

        server.start();
        awaitLetter(number);

        assertThat(serial(number)).isEqualTo(vetted);
        assertOneOfEach(number);
        assertLetterOpensTheCertificateIssued(number);
    }

    @Test
    void sendsAMailAgainUnderItsMessageIdWhenPowerFailsBetweenSmtpAndCommit() throws Exception {
        stopAt("after sendMail");
        var number = submit();
        cutPowerAt("after sendMail");
        var messageId = jdbc.sql("select message_id from fudamori.mail where reference = ? and sent_at is null")
                .param(number)
                .query(String.class)
                .single();
        assertThat(copiesOf(messageId)).isOne();

        server.start();
        approve();
        awaitLetter(number);

        assertThat(count("mail", "reference", number)).isOne();
        assertThat(copiesOf(messageId)).isEqualTo(2);
        assertOneOfEach(number);
        assertLetterOpensTheCertificateIssued(number);
    }

    private String submit() {
        var instance = tasks.start(CLINIC, "certificate-application");
        tasks.complete(CLINIC, "confirmQualification", Map.of("claimed", false));
        tasks.complete(CLINIC, "consentToFee", Map.of("consent", true));
        tasks.complete(CLINIC, "enterApplication", Map.of("contactName", "事務部 鈴木花子", "terminalNames", "受付PC1"));
        tasks.complete(CLINIC, "confirmApplication", Map.of("action", "submit"));
        var number = server.clients()
                .engine(ADMINISTRATOR)
                .get("/process-instance/" + instance)
                .get("businessKey")
                .textValue();
        tasks.follow(number);
        return number;
    }

    private void approve() {
        tasks.complete(REVIEWER, "reviewApplication", Map.of("decision", "approve", "reason", "登録内容と一致しています。"));
    }

    private static void stopAt(String point) {
        server.tell(point);
        server.awaitOutput(PowerCut.READY + point);
    }

    private static void cutPowerAt(String point) {
        server.awaitOutput(PowerCut.REACHED + point);
        server.kill();
    }

    /** Waits until the letter waits for its posting and no job of this application is left, mails included. */
    private void awaitLetter(String number) {
        tasks.await(DISPATCH, "postLetter");
        Patience.await("ジョブが残っています。", () -> Optional.of(openJobs(number)).filter(jobs -> jobs == 0));
    }

    private static int openJobs(String number) {
        return jdbc.sql("""
                select count(*)
                  from public.act_ru_job job
                  join public.act_ru_execution instance on instance.id_ = job.process_instance_id_
                 where instance.business_key_ = ?
                """).param(number).query(Integer.class).single();
    }

    private static void assertOneOfEach(String number) {
        assertThat(count("certificate", "application_number", number)).isOne();
        assertThat(count("certificate_download", "application_number", number)).isOne();
        assertThat(count("fee", "consent_reference", number)).isOne();
        assertThat(count("letter", "application_number", number)).isOne();
        assertThat(count("ca_issuance", "serial", serial(number))).isOne();
        assertThat(jdbc.sql("""
                select count(*)
                  from fudamori.ca_issuance
                  left join fudamori.certificate using (serial)
                 where application_number is null
                    or ca_issuance.certificate is null
                """).query(Integer.class).single())
                .as("vetted for nobody or never signed")
                .isZero();
        assertThat(jdbc.sql("select count(*) from public.act_ru_incident")
                        .query(Integer.class)
                        .single())
                .as("incidents")
                .isZero();
    }

    private static void assertLetterOpensTheCertificateIssued(String number)
            throws IOException, GeneralSecurityException {
        var pdf = home.resolve(number + ".pdf");
        Files.write(pdf, server.clients().web(DISPATCH).getBytes("/api/letters/" + letterOf(number)));
        var secrets = PrintedSecrets.readFrom(LetterText.of(pdf));
        var downloaded = IssuedKeyStore.open(server.clients().download(secrets), secrets.password());

        assertThat(downloaded.certificate().getEncoded())
                .isEqualTo(jdbc.sql("select certificate from fudamori.ca_issuance where serial = ?")
                        .param(serial(number))
                        .query(byte[].class)
                        .single());
    }

    private static String letterOf(String number) {
        return jdbc.sql("select letter_number from fudamori.letter where application_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private static String serial(String number) {
        return jdbc.sql("select serial from fudamori.certificate where application_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private static int count(String table, String column, String value) {
        return jdbc.sql("select count(*) from fudamori.%s where %s = ?".formatted(table, column))
                .param(value)
                .query(Integer.class)
                .single();
    }

    private static long copiesOf(String messageId) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return messageId.equals(mail.getMessageID());
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }
}
