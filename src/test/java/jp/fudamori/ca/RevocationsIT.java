package jp.fudamori.ca;

import static jp.fudamori.ca.RevocationReason.KEY_COMPROMISE;
import static jp.fudamori.ca.RevocationReason.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RevocationsIT {

    @Autowired
    private Revocations revocations;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Serial vetted() {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var subject = new Subject("札幌歯科", "MI:JP-1330100016", "1330100016-001");
        return authority
                .vet(new CertificatePlan(
                        subject, KeyAlgorithm.EC_P256.generate().getPublic(), now, now.plus(100, ChronoUnit.DAYS)))
                .serial();
    }

    @Test
    void theFirstRevocationStays() {
        var serial = vetted();

        assertThat(revocations.of(serial)).isEmpty();
        assertThat(revocations.revoke(serial, KEY_COMPROMISE)).isTrue();
        assertThat(revocations.revoke(serial, SUPERSEDED)).isFalse();

        assertThat(revocations.of(serial))
                .contains(new Revocation(serial, KEY_COMPROMISE, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }

    @Test
    void isRevokedOnceHoweverManyAskAtTheSameTime() throws Exception {
        var serial = vetted();
        var threads = Executors.newFixedThreadPool(4);

        var results = threads.invokeAll(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> revocations.revoke(serial, SUPERSEDED))
                .toList());
        threads.shutdown();

        var first = 0;
        for (var result : results) {
            first += result.get() ? 1 : 0;
        }
        assertThat(first).isEqualTo(1);
    }

    @Test
    void revokesNothingThatIsNotOurs() {
        var foreign = Serial.random(new SecureRandom());

        assertThatIllegalStateException()
                .isThrownBy(() -> revocations.revoke(foreign, SUPERSEDED))
                .withMessageContaining("never vetted");
        assertThat(revocations.of(foreign)).isEmpty();
    }

    @Test
    void theRecordCannotBeChanged() {
        var serial = vetted();
        revocations.revoke(serial, SUPERSEDED);

        for (var change : List.of("update ca_revocation set reason = 1", "delete from ca_revocation")) {
            assertThatThrownBy(() -> jdbc.sql(change + " where serial = ?")
                            .param(serial.hex())
                            .update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
