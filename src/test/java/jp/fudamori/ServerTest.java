package jp.fudamori;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.fudamori.process.fault.BrokenSteps;
import jp.fudamori.web.TornPage;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole server: real engine, PostgreSQL, SMTP and HTTP on free ports. Jobs run when the test says
 * so. All such tests share one context, hence one database: each makes its own institutions and applications.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "management.server.port=0",
            "fudamori.download.port=0",
            "fudamori.renewal.campaign-cron=-", // tests run the campaign themselves
            "fudamori.ca.key-pool.RSA_2048=0",
            "fudamori.seal.key=dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=",
            "fudamori.account.staff-second-factor=false", // SecondFactorIT turns it on
            "fudamori.account.administrator-password=" + ServerTest.ADMINISTRATOR_PASSWORD
        })
@ContextConfiguration(initializers = TestTls.class)
@Import({
    TestDatabase.class,
    OutsideWorld.class,
    TestAuthority.class,
    Participants.Registration.class,
    Registrants.Fixture.class,
    IssuedApplications.Registration.class,
    RenewalCases.Registration.class,
    IssuedLetters.Registration.class,
    BrokenSteps.Registration.class,
    TornPage.Registration.class
})
public @interface ServerTest {

    /** Password of the account {@code admin}. */
    String ADMINISTRATOR_PASSWORD = "First-To-Enter-2026";
}
