package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.MovableClock;
import jp.fudamori.ServerTest;
import jp.fudamori.ca.AuthoritySettings.KeystoreType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RevocationListsIT {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);

    @Autowired
    private RevocationLists lists;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from ca_revocation_list").update();
    }

    @AfterEach
    void backToTheStart() {
        clock.standAt(START);
    }

    private RevocationList list(String issuer) {
        return lists.current(issuer).orElseThrow();
    }

    @Test
    void isTheSameListForADay() {
        var first = list("issuing-g1");
        clock.standAt(START.plusHours(24).minusSeconds(1));

        assertThat(list("issuing-g1").der()).isEqualTo(first.der());
    }

    @Test
    void isSignedAnewAfterADayWithAHigherNumber() {
        var first = list("issuing-g1");
        clock.standAt(START.plusHours(24));

        var second = list("issuing-g1");

        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(Duration.between(second.thisUpdate(), second.nextUpdate())).isEqualTo(Duration.ofHours(96));
    }

    @Test
    void theNumberGrowsEvenIfTheClockWasSetBack() {
        var first = list("issuing-g1");
        jdbc.sql("update ca_revocation_list set number = number + 100000000").update();
        clock.standAt(START.plusHours(24));

        assertThat(list("issuing-g1").number()).isEqualTo(first.number() + 100000001);
    }

    @Test
    void theDatabaseRefusesALowerNumber() {
        list("issuing-g1");

        assertThatThrownBy(() -> jdbc.sql("update ca_revocation_list set number = number - 1")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void makesOneListHoweverManyAskAtTheSameTime() throws Exception {
        var threads = Executors.newFixedThreadPool(4);

        var results = threads.invokeAll(IntStream.range(0, 8)
                .<Callable<Long>>mapToObj(i -> () -> list("issuing-g2").number())
                .toList());
        threads.shutdown();

        var numbers = new HashSet<Long>();
        for (var result : results) {
            numbers.add(result.get());
        }
        assertThat(numbers).hasSize(1);
    }

    @Test
    void hasAListForEveryGeneration() {
        assertThat(lists.current("root-g1")).isPresent();
        assertThat(lists.current("issuing-g2")).isPresent();
        assertThat(lists.current("issuing-g9")).isEmpty();
        assertThat(lists.current("../ca")).isEmpty();
    }

    @Test
    void servesTheListOfARootWhoseKeyLiesInTheSafe(
            @Autowired StoredRevocationLists stored, @Autowired AuthoritySettings settings) {
        var file = TestKeystore.with(KeyAlgorithm.EC_P256, LocalDateTime.of(2026, 4, 1, 9, 0), Period.ofYears(10));
        var copy = file.resolveSibling("server.p12");
        TestKeystore.ceremony(file, LocalDateTime.of(2026, 4, 1, 9, 0)).copyWithoutKey("root-g1", copy);

        var list = offline(copy, stored, settings).current("root-g1");

        assertThat(list).isPresent();
        assertThat(list.orElseThrow().nextUpdate()).isEqualTo("2027-05-06T00:00:00Z");
    }

    private RevocationLists offline(Path keystore, StoredRevocationLists stored, AuthoritySettings settings) {
        var issuers =
                Issuers.in(KeystoreFile.read(keystore, TestKeystore.PASSWORD), TestKeystore.PASSWORD, "issuing-g1");
        return new RevocationLists(
                issuers,
                stored,
                new AuthoritySettings(
                        keystore, KeystoreType.PKCS12, "-", List.of("issuing-g1"), settings.profile(), Map.of()),
                clock);
    }
}
