package jp.fudamori.ca;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import jp.fudamori.MovableClock;
import jp.fudamori.TestAuthority;
import jp.fudamori.ca.AuthoritySettings.ProfileSettings;
import jp.fudamori.common.Seal;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real authority on a real database without the office around it: gate, rules, two transactions, records. */
public final class SigningAuthority {

    private static final int CONNECTIONS = 8;

    private final CertificateAuthority authority;
    private final KeyGate gate;
    private final TransactionTemplate transactions;
    private final Clock clock = Clock.system(MovableClock.TOKYO);

    /** @param keystore with the generation {@code issuing-g1}, opened with the password of tests */
    public SigningAuthority(Path keystore, String databaseUrl) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(databaseUrl);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        Flyway.configure().dataSource(pool).defaultSchema("fudamori").load().migrate();
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        var sealKey = new byte[32];
        new SecureRandom().nextBytes(sealKey);
        var issuances = new Issuances(JdbcClient.create(pool), new Seal(sealKey));
        var vault = new FileVault(keystore, TestKeystore.PASSWORD);
        var issuers = new Issuers(new Generations(vault), Schedule.parse(List.of("issuing-g1")), clock);
        var profile = new Profile(new ProfileSettings(
                TestAuthority.PUBLICATION.baseUrl(),
                TestAuthority.PUBLICATION.policies(),
                EnumSet.allOf(KeyAlgorithm.class),
                Period.ofMonths(39)));
        gate = new KeyGate(profile, issuers, issuances, new KnownKeys(List.of()));
        authority = new CertificateAuthority(profile, issuers, gate, issuances, clock);
    }

    /** Makes a keystore whose generations are of one kind. */
    public static Path keystore(KeyAlgorithm algorithm, Clock clock) {
        var yesterday =
                clock.instant().atZone(MovableClock.TOKYO).toLocalDateTime().minusDays(1);
        return TestKeystore.with(algorithm, yesterday, Period.ofYears(10));
    }

    /** Does for a PKCS#10 what production does, with a commit between vetting and signing; returns DER. */
    public byte[] issue(byte[] request) {
        var offered = gate.read(request);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var plan = new CertificatePlan(
                new Subject("医療法人社団 髙﨑歯科医院", "MI:JP-1330100016", "1330100016-001"),
                offered.key(),
                now,
                now.plus(1_000, ChronoUnit.DAYS));
        var vetted = transactions.execute(status -> authority.vet(plan));
        var issued = transactions.execute(status -> authority.sign(vetted.serial()));
        try {
            return issued.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
