package jp.fudamori.ca;

import static jp.fudamori.ca.KeyAlgorithm.EC_P256;
import static jp.fudamori.ca.KeyAlgorithm.EC_P384;
import static jp.fudamori.ca.KeyAlgorithm.RSA_2048;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.ServerTest;
import jp.fudamori.ca.AuthoritySettings.KeystoreType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class KeyPoolIT {

    @Autowired
    private KeyPool pool;

    @Autowired
    private AuthoritySettings settings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from ca_prepared_key").update();
    }

    private KeyPoolRefill refill(Map<KeyAlgorithm, Integer> targets) {
        return new KeyPoolRefill(
                pool,
                new AuthoritySettings(
                        Path.of("-"), KeystoreType.PKCS12, "-", List.of("-"), settings.profile(), targets));
    }

    @Test
    void fillsUpToTheTargetOfEachKind() {
        var refill = refill(Map.of(EC_P256, 3, RSA_2048, 1, EC_P384, 0));

        refill.refill();
        refill.refill();

        assertThat(pool.size(EC_P256)).isEqualTo(3);
        assertThat(pool.size(RSA_2048)).isEqualTo(1);
        assertThat(pool.size(EC_P384)).isZero();
    }

    @Test
    void goesNoFurtherThanHalfWhileKeysAreBeingTaken() {
        var refill = refill(Map.of(EC_P256, 4));
        refill.refill();

        IntStream.range(0, 3).forEach(i -> pool.take(EC_P256));
        refill.refill();
        assertThat(pool.size(EC_P256)).isEqualTo(2);

        refill.refill();
        assertThat(pool.size(EC_P256)).isEqualTo(4);
    }

    @Test
    void doesNotEvenStartWithoutATarget() {
        assertThat(refill(Map.of()).isAutoStartup()).isFalse();
        assertThat(refill(Map.of(RSA_2048, 0)).isAutoStartup()).isFalse();
        assertThat(refill(Map.of(RSA_2048, 1)).isAutoStartup()).isTrue();
    }

    @Test
    void givesEachPairOnceAndWhole() {
        refill(Map.of(RSA_2048, 1)).refill();
        var message = new byte[] {1, 2, 3};

        var pair = pool.take(RSA_2048);

        assertThat(pool.size(RSA_2048)).isZero();
        assertThat(KeyAlgorithm.of(pair.getPublic())).contains(RSA_2048);
        assertThat(verifies(pair.getPublic(), message, RSA_2048.sign(pair.getPrivate(), message)))
                .isTrue();
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void makesAPairOnTheSpotIfThereIsNone() {
        assertThat(KeyAlgorithm.of(pool.take(EC_P384).getPublic())).contains(EC_P384);
    }

    @Test
    void aRollbackPutsThePairBack() {
        refill(Map.of(EC_P256, 1)).refill();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            pool.take(EC_P256);
            status.setRollbackOnly();
        });

        assertThat(pool.size(EC_P256)).isEqualTo(1);
    }

    @Test
    void neverGivesTwoTakersTheSamePair() throws Exception {
        refill(Map.of(EC_P256, 20)).refill();
        var threads = Executors.newFixedThreadPool(4);

        var results = threads.invokeAll(IntStream.range(0, 20)
                .<Callable<Object>>mapToObj(i -> () -> pool.take(EC_P256).getPublic())
                .toList());
        threads.shutdown();

        var keys = new HashSet<>();
        for (var result : results) {
            keys.add(result.get());
        }
        assertThat(keys).hasSize(20);
        assertThat(pool.size(EC_P256)).isZero();
    }

    @Test
    void keepsNoPrivateKeyInTheClear() {
        var pair = RSA_2048.generate();
        pool.add(RSA_2048, pair);

        var stored = jdbc.sql("select private_key from ca_prepared_key")
                .query(byte[].class)
                .single();

        assertThat(stored).hasSizeGreaterThan(pair.getPrivate().getEncoded().length);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(pair.getPrivate().getEncoded(), 30, 200, StandardCharsets.ISO_8859_1));
    }
}
