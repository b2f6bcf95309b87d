package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import jp.fudamori.MovableClock;
import jp.fudamori.OpenSsl;
import jp.fudamori.TestAuthority;
import jp.fudamori.ca.AuthoritySettings.ProfileSettings;
import jp.fudamori.ca.KeyCeremony.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything an authority does with its keys, with the keys in a file and with the keys in a PKCS#11 token. */
class VaultTest {

    private static final LocalDateTime CEREMONY = LocalDateTime.of(2026, 4, 1, 9, 0);
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final Profile PROFILE = new Profile(new ProfileSettings(
            TestAuthority.PUBLICATION.baseUrl(),
            TestAuthority.PUBLICATION.policies(),
            EnumSet.allOf(KeyAlgorithm.class),
            Period.ofMonths(39)));

    private final MovableClock clock = MovableClock.standingAt(LocalDateTime.of(2026, 11, 20, 10, 0));

    /** Both kinds, each with what takes it away and brings it back. */
    enum Kind {
        FILE(() -> {
            var file = TestKeystore.newFile();
            return new World(
                    file,
                    new FileVault(file, TestKeystore.PASSWORD),
                    new FileVault(file, "wrong".toCharArray()),
                    () -> Files.move(file, file.resolveSibling("gone")),
                    () -> Files.move(file.resolveSibling("gone"), file));
        }),
        TOKEN(() -> {
            var token = SoftHsm.token();
            return new World(
                    token.configuration(),
                    token.vault(),
                    new TokenVault(token.configuration(), "wrong".toCharArray()),
                    token::remove,
                    token::insert);
        });

        private final Supplier<World> world;

        Kind(Supplier<World> world) {
            this.world = world;
        }
    }

    @FunctionalInterface
    interface Deed {
        void run() throws IOException;
    }

    private record World(Path file, Vault vault, Vault wrong, Deed remove, Deed insert) {

        KeyCeremony ceremony() {
            return new KeyCeremony(
                    file, vault, "Fudamori Test", TestAuthority.PUBLICATION, MovableClock.standingAt(CEREMONY));
        }

        void make(KeyAlgorithm algorithm, String... issuing) {
            ceremony().makeRoot(new Generation("root-g1", algorithm, Period.ofYears(20)));
            for (var name : issuing) {
                ceremony().makeIssuing(new Generation(name, algorithm, Period.ofYears(10)), "root-g1");
            }
        }

        Issuers issuers(MovableClock clock, String... schedule) {
            return new Issuers(new Generations(vault), Schedule.parse(List.of(schedule)), clock);
        }
    }

    private static byte[] certify(Issuer issuer) {
        var plan = new CertificatePlan(
                new Subject("札幌歯科", "MI:JP-1330100016", "1330100016-001"),
                KeyAlgorithm.EC_P256.generate().getPublic(),
                NOW,
                Instant.parse("2030-02-20T14:59:59Z"));
        return issuer.certify(PROFILE.write(plan, Serial.random(new SecureRandom()), issuer));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void issuesCertificatesAndListsThatOpenSslAccepts(Kind kind) {
        var world = kind.world.get();
        world.make(kind == Kind.FILE ? KeyAlgorithm.EC_P384 : KeyAlgorithm.EC_P256, "issuing-g1");
        var issuers = world.issuers(clock, "issuing-g1");

        var verdict = verdict(issuers.named("root-g1"), issuers.signing());

        assertThat(verdict).isEqualToIgnoringNewLines("holder.pem: OK");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void doesSoWithRsaAsWell(Kind kind) {
        var world = kind.world.get();
        world.make(KeyAlgorithm.RSA_2048, "issuing-g1");
        var issuers = world.issuers(clock, "issuing-g1");

        assertThat(verdict(issuers.named("root-g1"), issuers.signing())).isEqualToIgnoringNewLines("holder.pem: OK");
    }

    private static String verdict(Issuer root, Issuer issuing) {
        var lists = OpenSsl.pem("X509 CRL", list(root)) + OpenSsl.pem("X509 CRL", list(issuing));
        return new OpenSsl()
                .with("root.pem", root.certificate())
                .with("issuing.pem", issuing.certificate())
                .with("holder.pem", Issuer.certificate(certify(issuing)))
                .with("lists.pem", lists.getBytes(StandardCharsets.US_ASCII))
                .run(("verify -x509_strict -purpose sslclient -crl_check_all -attime %d -CAfile root.pem"
                                + " -untrusted issuing.pem -CRLfile lists.pem holder.pem")
                        .formatted(NOW.plusSeconds(1).getEpochSecond())
                        .split(" "));
    }

    private static byte[] list(Issuer issuer) {
        return RevocationListWriter.write(issuer, 0, NOW, Duration.ofHours(96)).der();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theNextGenerationTakesOverOnItsDayAndTheOldOneStillSignsItsList(Kind kind) {
        var world = kind.world.get();
        world.make(KeyAlgorithm.EC_P256, "issuing-g1", "issuing-g2");
        var issuers = world.issuers(clock, "issuing-g1", "issuing-g2@2026-12-01");

        clock.standAt(LocalDateTime.of(2026, 11, 30, 23, 59));
        assertThat(issuers.signing().name()).isEqualTo("issuing-g1");
        clock.standAt(LocalDateTime.of(2026, 12, 1, 0, 0));

        assertThat(issuers.signing().name()).isEqualTo("issuing-g2");
        assertThat(RevocationListWriter.read(list(issuers.named("issuing-g1"))).number())
                .isPositive();
        assertThat(issuers.nextTakeover()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void withoutTheKeyNothingIsSignedAndWithItEverythingGoesOn(Kind kind) throws Exception {
        var world = kind.world.get();
        world.make(KeyAlgorithm.EC_P256, "issuing-g1");
        var issuers = world.issuers(clock, "issuing-g1");
        var health = new AuthorityHealth(issuers);
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");

        world.remove().run();

        assertThatIllegalStateException().isThrownBy(() -> certify(issuers.signing()));
        assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
        assertThat(issuers.find("issuing-g1")).isPresent();

        world.insert().run();
        assumeTrue(kind == Kind.FILE, "SoftHSM looks for tokens only when its library is loaded");

        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(certify(issuers.signing())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aWrongPasswordIsAKeyThatIsNotAtHand(Kind kind) {
        var world = kind.world.get();
        if (kind == Kind.FILE) { // a token in which this program is logged in asks for no PIN
            world.make(KeyAlgorithm.EC_P256, "issuing-g1");
        }

        var issuers = new Issuers(new Generations(world.wrong()), Schedule.parse(List.of("issuing-g1")), clock);

        assertThatIllegalStateException().isThrownBy(issuers::signing);
        assertThat(new AuthorityHealth(issuers).health().getStatus().getCode()).isEqualTo("DOWN");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void neverReplacesAGeneration(Kind kind) {
        var world = kind.world.get();
        world.make(KeyAlgorithm.EC_P256, "issuing-g1");
        var again = new Generation("issuing-g1", KeyAlgorithm.EC_P256, Period.ofYears(1));

        assertThatIllegalStateException().isThrownBy(() -> world.ceremony().makeIssuing(again, "root-g1"));
    }

    @Test
    void aGenerationThatIsAddedIsKnownWithoutARestart() {
        var world = Kind.FILE.world.get();
        world.make(KeyAlgorithm.EC_P256, "issuing-g1");
        var issuers = world.issuers(clock, "issuing-g1", "issuing-g2@2026-12-01");
        assertThat(issuers.find("issuing-g2")).isEmpty();

        world.ceremony().makeIssuing(new Generation("issuing-g2", KeyAlgorithm.EC_P256, Period.ofYears(10)), "root-g1");
        clock.standAt(LocalDateTime.of(2026, 12, 1, 0, 0));

        assertThat(issuers.signing().name()).isEqualTo("issuing-g2");
    }

    @Test
    void aScheduleNamesOneWithoutADayAndNoDayTwice() {
        assertThat(Schedule.parse(List.of("b@2030-01-01", "a")).signingOn(LocalDate.of(2029, 12, 31)))
                .isEqualTo("a");
        for (var wrong : List.of(
                List.<String>of(),
                List.of("a@2030-01-01"),
                List.of("a", "b"),
                List.of("a", "b@2030-01-01", "c@2030-01-01"),
                List.of("a", "b@tomorrow"))) {
            assertThatIllegalArgumentException().as(wrong.toString()).isThrownBy(() -> Schedule.parse(wrong));
        }
    }
}
