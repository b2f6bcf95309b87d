package jp.fudamori.ca;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import jp.fudamori.TestAuthority;
import jp.fudamori.ca.AuthoritySettings.KeystoreType;
import jp.fudamori.ca.AuthoritySettings.ProfileSettings;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Revocation lists of many entries under an RSA-3072 issuer: ours from the database, Bouncy Castle's from nothing. */
public final class ListMaking {

    private static final LocalDateTime MADE = LocalDateTime.parse("2026-04-01T09:00");
    private static final Instant REVOKED = Instant.parse("2026-10-01T00:00:00Z");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC);
    private static final String GENERATION = "issuing-g1";

    private final Path keystore = TestKeystore.with(KeyAlgorithm.RSA_3072, MADE, Period.ofYears(10));
    private final Issuers issuers =
            Issuers.in(KeystoreFile.read(keystore, TestKeystore.PASSWORD), TestKeystore.PASSWORD, GENERATION);

    /** Serials as PostgreSQL makes them from the running number, too. */
    private static BigInteger serial(int number) {
        try {
            var digest = MessageDigest.getInstance("MD5")
                    .digest(String.valueOf(number).getBytes());
            return new BigInteger(1, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills an empty database with so many revoked certificates. */
    public static void fill(String databaseUrl, int entries) {
        try (var pool = connect(databaseUrl)) {
            Flyway.configure().dataSource(pool).defaultSchema("fudamori").load().migrate();
            var jdbc = JdbcClient.create(pool);
            jdbc.sql("""
                    insert into fudamori.ca_issuance (serial, issuer, profile, tbs, tbs_seal, vetted_at)
                    select md5(i::text), :issuer, 'client', '', '', now() from generate_series(1, :entries) i
                    """).param("issuer", GENERATION).param("entries", entries).update();
            jdbc.sql("""
                    insert into fudamori.ca_revocation (serial, issuer, shard, reason, revoked_at, not_after)
                    select serial, issuer, ('x' || substr(serial, 1, 2))::bit(8)::int / 4, 4, :at, '2029-01-01'
                      from fudamori.ca_issuance
                    """).param("at", REVOKED.atOffset(ZoneOffset.UTC)).update();
            jdbc.sql("vacuum analyze fudamori.ca_revocation").update();
        }
    }

    private static HikariDataSource connect(String databaseUrl) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(databaseUrl);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(2);
        return pool;
    }

    /** Ours: the list of all and its 64 shards, from nothing, stored. */
    public Runnable ours(String databaseUrl) {
        var pool = connect(databaseUrl);
        var jdbc = JdbcClient.create(pool);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        var lists = new RevocationLists(issuers, new PublishedLists(jdbc, pool), settings(), NOW);
        return () -> {
            jdbc.sql("delete from fudamori.ca_published_list").update();
            jdbc.sql("delete from fudamori.ca_list_part").update();
            transaction.executeWithoutResult(status -> lists.publish(GENERATION));
        };
    }

    /** Ours: one certificate more is revoked, hence its shard and the list of all are new. */
    public Runnable oneMore(String databaseUrl) {
        var pool = connect(databaseUrl);
        var jdbc = JdbcClient.create(pool);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        var lists = new RevocationLists(issuers, new PublishedLists(jdbc, pool), settings(), NOW);
        return () -> {
            jdbc.sql("""
                    insert into fudamori.ca_unpublished_revocation (serial)
                    select serial from fudamori.ca_revocation limit 1
                    """).update();
            transaction.executeWithoutResult(status -> lists.publish(GENERATION));
        };
    }

    private AuthoritySettings settings() {
        var profile = new ProfileSettings(
                TestAuthority.PUBLICATION.baseUrl(),
                TestAuthority.PUBLICATION.policies(),
                EnumSet.allOf(KeyAlgorithm.class),
                Period.ofMonths(39));
        return new AuthoritySettings(
                keystore, KeystoreType.PKCS12, TestAuthority.PASSWORD, List.of(GENERATION), profile, Map.of());
    }

    /** Bouncy Castle alone: one list of the same entries in memory. */
    public Runnable bouncyCastle(int entries) {
        var issuer = issuers.signing();
        return () -> {
            var list = new X509v2CRLBuilder(issuer.subject(), Date.from(NOW.instant()));
            list.setNextUpdate(Date.from(NOW.instant().plusSeconds(96 * 3600)));
            for (int i = 1; i <= entries; i++) {
                list.addCRLEntry(serial(i), Date.from(REVOKED), 4);
            }
            try {
                list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
                list.addExtension(
                        Extension.authorityKeyIdentifier, false, KeyIdentifiers.ofIssuer(issuer.certificate()));
                if (list.build(signer()).getEncoded().length < entries) {
                    throw new IllegalStateException("too short");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private ContentSigner signer() {
        try {
            var store = KeystoreFile.read(keystore, TestKeystore.PASSWORD);
            var key = (PrivateKey) store.getKey(GENERATION, TestKeystore.PASSWORD);
            return new JcaContentSignerBuilder("SHA256withRSA").build(key);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
